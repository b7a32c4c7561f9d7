// SPDX-License-Identifier: Apache-2.0
#include "app/imaging/worker_streams.h"

#include <io.h>

namespace handshake::worker_streams {

std::FILE* takeOutput()
{
    constexpr int kWriteOnly = 1; // _O_WRONLY

    const int answers = _dup(_fileno(stdout));
    const int nowhere = _open("NUL", kWriteOnly);
    if (answers < 0 || nowhere < 0 || _dup2(nowhere, _fileno(stdout)) < 0)
        return nullptr;
    _close(nowhere);
    return _fdopen(answers, "wb");
}

} // namespace handshake::worker_streams

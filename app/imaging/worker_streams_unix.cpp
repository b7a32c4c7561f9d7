// SPDX-License-Identifier: Apache-2.0
#include "app/imaging/worker_streams.h"

#include <fcntl.h>
#include <unistd.h>

namespace handshake::worker_streams {

std::FILE* takeOutput()
{
    const int answers = dup(STDOUT_FILENO);
    const int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (answers < 0 || nowhere < 0 || dup2(nowhere, STDOUT_FILENO) < 0)
        return nullptr;
    close(nowhere);
    return fdopen(answers, "wb");
}

} // namespace handshake::worker_streams

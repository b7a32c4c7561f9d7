// SPDX-License-Identifier: Apache-2.0
#include "app/workflow/executor_order_shelf.h"

#include "app/filing/filing_json.h"

#include <QFile>
#include <QFileInfo>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMaxOrderBytes = 4 * 1024 * 1024;

} // namespace

ExecutorOrderShelf::ExecutorOrderShelf(SerialExecutor& executor,
                                       std::function<Result<std::vector<Filing>>()> waiting)
    : m_executor(executor)
    , m_waiting(std::move(waiting))
{
}

QFuture<Result<std::vector<Filing>>> ExecutorOrderShelf::waiting()
{
    return m_executor.run([waiting = m_waiting] { return waiting(); });
}

QFuture<Result<Filing>> ExecutorOrderShelf::read(const QString& path)
{
    return m_executor.run([path] { return readOrderFile(path); });
}

Result<Filing> readOrderFile(const QString& path)
{
    const QString name = QFileInfo(path).fileName();
    QFile file(path);
    if (!file.exists())
        return Error{ErrorCode::NotFound, u"no such order file"_s, name};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Storage, u"the order file cannot be opened"_s, name};
    if (file.size() > kMaxOrderBytes)
        return Error{ErrorCode::TooLarge, u"the order file is over 4 MB"_s, name};
    return parseFiling(file.readAll()).at(name);
}

} // namespace handshake

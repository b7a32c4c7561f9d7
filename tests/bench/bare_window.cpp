// SPDX-License-Identifier: Apache-2.0
// The least a Qt widgets program does before its window is seen: what bench_start compares with.
#include <QApplication>
#include <QLabel>
#include <QTimer>

#include <cstdio>

namespace {

class Window : public QLabel
{
public:
    using QLabel::QLabel;

protected:
    void paintEvent(QPaintEvent* event) override
    {
        QLabel::paintEvent(event);
        QTimer::singleShot(0, this, [] { std::fputs("window painted\n", stderr); });
    }
};

} // namespace

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    Window window(QStringLiteral("样本 SPECIMEN"));
    window.resize(1280, 800);
    window.show();
    return QApplication::exec();
}

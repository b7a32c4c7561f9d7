// SPDX-License-Identifier: Apache-2.0
#include "app/main/call_language.h"

#include <QCoreApplication>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

thread_local const QTranslator* ofThisCall = nullptr;

/// Asked before the window's translators; silent on threads that serve no call.
class ByThread final : public QTranslator
{
public:
    using QTranslator::QTranslator;

    [[nodiscard]] QString translate(const char* context, const char* source,
                                    const char* disambiguation, int count) const override
    {
        if (!ofThisCall)
            return {};
        const QString words = ofThisCall->translate(context, source, disambiguation, count);
        // The source is English; its file holds plurals only.
        return words.isNull() ? QString::fromUtf8(source) : words;
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

} // namespace

void CallLanguage::install()
{
    QCoreApplication::installTranslator(new ByThread(QCoreApplication::instance()));
}

CallLanguage::CallLanguage(const QString& language, const QString& translationsFolder)
{
    // Without its file it answers in English, which is what verbs speak unless told otherwise.
    (void)m_translator.load(u"handshake_"_s + language, translationsFolder);
    ofThisCall = &m_translator;
}

CallLanguage::~CallLanguage()
{
    ofThisCall = nullptr;
}

} // namespace handshake

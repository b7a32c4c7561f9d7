// SPDX-License-Identifier: Apache-2.0
#include "ui/common/widget_prompts.h"

#include "ui/common/reason_dialog.h"

#include <QCoreApplication>
#include <QFileDialog>

namespace handshake::ui {

using namespace Qt::StringLiterals;

namespace {

struct PromptWords {
    Q_DECLARE_TR_FUNCTIONS(PromptWords)
};

void openDialog(QFileDialog* dialog, QObject* context, const Prompts::Answer& handler)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QFileDialog::fileSelected, context, handler);
    dialog->open();
}

} // namespace

void WidgetPrompts::chooseOrderFile(QObject* context, Answer handler)
{
    auto* dialog = new QFileDialog(m_window, PromptWords::tr("Open an order"), QString(),
                                   PromptWords::tr("Orders (*.json);;All files (*)"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    openDialog(dialog, context, handler);
}

void WidgetPrompts::choosePictureFile(QObject* context, Answer handler)
{
    auto* dialog = new QFileDialog(m_window, PromptWords::tr("Take a picture file"), QString(),
                                   PromptWords::tr("Pictures and PDFs (*.jpg *.jpeg *.png *.pdf);;"
                                                   "All files (*)"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    openDialog(dialog, context, handler);
}

void WidgetPrompts::chooseFormTarget(const QString& suggestedName, QObject* context, Answer handler)
{
    auto* dialog = new QFileDialog(m_window, PromptWords::tr("Save the form"), QString(),
                                   PromptWords::tr("PDF (*.pdf)"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"pdf"_s);
    dialog->selectFile(suggestedName);
    openDialog(dialog, context, handler);
}

void WidgetPrompts::askReason(const QString& about, QObject* context, Answer handler)
{
    auto* dialog = new ReasonDialog(about, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &ReasonDialog::reasonGiven, context, handler);
    dialog->open();
}

} // namespace handshake::ui

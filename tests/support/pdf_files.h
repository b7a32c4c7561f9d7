// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace handshake::pdf_files {

/// A PDF put together by hand: each page `width` × `height` points with these drawing commands.
/// `trailer` goes into the trailer dictionary.
[[nodiscard]] inline QByteArray pdf(const QList<QByteArray>& pages, double width = 200,
                                    double height = 100, const QByteArray& trailer = {},
                                    const QList<QByteArray>& moreObjects = {})
{
    QList<QByteArray> objects;
    QByteArray kids;
    for (qsizetype i = 0; i < pages.size(); ++i)
        kids += QByteArray::number(3 + 2 * i) + " 0 R ";
    objects << "<</Type/Catalog/Pages 2 0 R>>"
            << "<</Type/Pages/Kids[" + kids + "]/Count " + QByteArray::number(pages.size()) + ">>";
    for (qsizetype i = 0; i < pages.size(); ++i) {
        objects << "<</Type/Page/Parent 2 0 R/MediaBox[0 0 " + QByteArray::number(width) + ' ' +
                       QByteArray::number(height) + "]/Contents " + QByteArray::number(4 + 2 * i) +
                       " 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
                       ">>>>>>"
                << "<</Length " + QByteArray::number(pages[i].size()) + ">>stream\n" + pages[i] +
                       "\nendstream";
    }
    objects << moreObjects;
    QByteArray file = "%PDF-1.4\n";
    QByteArray table = "0000000000 65535 f \n";
    for (qsizetype i = 0; i < objects.size(); ++i) {
        table += QByteArray::number(file.size()).rightJustified(10, '0') + " 00000 n \n";
        file += QByteArray::number(i + 1) + " 0 obj" + objects[i] + "endobj\n";
    }
    const QByteArray count = QByteArray::number(objects.size() + 1);
    const QByteArray at = QByteArray::number(file.size());
    return file + "xref\n0 " + count + '\n' + table + "trailer<</Size " + count + "/Root 1 0 R" +
           trailer + ">>\nstartxref\n" + at + "\n%%EOF\n";
}

/// A red left half on white.
[[nodiscard]] inline QByteArray redHalf()
{
    return "1 0 0 rg 0 0 100 100 re f";
}

/// Asks for a password that nobody knows: standard security, 40-bit keys, values made up.
[[nodiscard]] inline QByteArray locked()
{
    const QByteArray key = '<' + QByteArray(64, '5') + '>';
    return pdf({redHalf()}, 200, 100,
               "/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O" + key + "/U" + key + ">>");
}

} // namespace handshake::pdf_files

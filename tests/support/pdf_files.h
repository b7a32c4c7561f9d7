// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QImage>
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

/// A page for each of these JPEGs, as scanners make them: filled by it, at 300 dpi.
[[nodiscard]] inline QByteArray pictures(const QList<QByteArray>& jpegs)
{
    QByteArray file = "%PDF-1.4\n";
    QByteArray table = "0000000000 65535 f \n";
    int count = 0;
    const auto add = [&](const QByteArray& object) {
        table += QByteArray::number(file.size()).rightJustified(10, '0') + " 00000 n \n";
        file += QByteArray::number(++count) + " 0 obj" + object + "endobj\n";
    };
    QByteArray kids;
    for (qsizetype i = 0; i < jpegs.size(); ++i)
        kids += QByteArray::number(3 + 3 * i) + " 0 R ";
    add("<</Type/Catalog/Pages 2 0 R>>");
    add("<</Type/Pages/Kids[" + kids + "]/Count " + QByteArray::number(jpegs.size()) + ">>");
    for (const QByteArray& jpeg : jpegs) {
        const QSize size = QImage::fromData(jpeg).size();
        const QByteArray width = QByteArray::number(size.width() * 72.0 / 300);
        const QByteArray height = QByteArray::number(size.height() * 72.0 / 300);
        const QByteArray draw = width + " 0 0 " + height + " 0 0 cm /I Do";
        const QByteArray next = QByteArray::number(count + 2);
        const QByteArray after = QByteArray::number(count + 3);
        add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 " + width + ' ' + height + "]/Contents " +
            next + " 0 R/Resources<</XObject<</I " + after + " 0 R>>>>>>");
        add("<</Length " + QByteArray::number(draw.size()) + ">>stream\n" + draw + "\nendstream");
        add("<</Type/XObject/Subtype/Image/Width " + QByteArray::number(size.width()) + "/Height " +
            QByteArray::number(size.height()) +
            "/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode/Length " +
            QByteArray::number(jpeg.size()) + ">>stream\n" + jpeg + "\nendstream");
    }
    const QByteArray at = QByteArray::number(file.size());
    const QByteArray size = QByteArray::number(count + 1);
    return file + "xref\n0 " + size + '\n' + table + "trailer<</Size " + size +
           "/Root 1 0 R>>\nstartxref\n" + at + "\n%%EOF\n";
}

/// Asks for a password that nobody knows: standard security, 40-bit keys, values made up.
[[nodiscard]] inline QByteArray locked()
{
    const QByteArray key = '<' + QByteArray(64, '5') + '>';
    return pdf({redHalf()}, 200, 100,
               "/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O" + key + "/U" + key + ">>");
}

} // namespace handshake::pdf_files

// SPDX-License-Identifier: Apache-2.0
#include "app/demo/specimen_set.h"

#include "app/core/json.h"
#include "app/core/sha256.h"
#include "app/demo/id_card_drawing.h"
#include "app/demo/id_chip_writing.h"
#include "app/demo/licence_drawing.h"
#include "app/filing/citizen_number.h"
#include "app/filing/filing_json.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>

#include <algorithm>
#include <vector>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize kPortrait{260, 320};

/// How long a card holds that was issued to a person of this age (GA 490).
int validYears(int ageAtIssue)
{
    if (ageAtIssue < 16)
        return 5;
    return ageAtIssue <= 25 ? 10 : 20;
}

IdCardContent cardOf(const Person& person, const QDate& today)
{
    IdCardContent card;
    card.name = person.name;
    card.number = person.certificate.number;
    card.address = person.certificate.address.isEmpty() ? u"浙江省杭州市滨江区样本街道样本路1号"_s
                                                        : person.certificate.address;
    card.issuer = u"杭州市公安局滨江分局"_s;
    if (const auto number = CitizenNumber::parse(person.certificate.number)) {
        card.birth = number->birthDate();
        card.sex = number->isFemale() ? u"女"_s : u"男"_s;
    }
    const ValidTo& until = person.certificate.validTo;
    if (until.isLong) {
        card.validFrom = QDate(today.year() - 1, 5, 20);
        return card;
    }
    card.validTo = until.date.value_or(QDate(today.year() + 8, 5, 20));
    const int age = card.birth.isValid() ? card.validTo->year() - card.birth.year() : 40;
    card.validFrom = card.validTo->addYears(-validYears(std::max(age - 20, 0)));
    return card;
}

LicenceContent licenceOf(const Filing& filing, const QDate& today)
{
    LicenceContent licence;
    licence.creditCode = filing.subject.certificate.number;
    licence.name = filing.subject.name;
    licence.type = u"有限责任公司(自然人独资)"_s;
    licence.representative = filing.subject.person.name;
    licence.scope = u"网络技术服务；样本数据处理；软件开发"_s;
    licence.capital = u"壹佰万元整"_s;
    licence.established = QDate(2019, 3, 12);
    licence.termFrom = licence.established;
    licence.address = filing.subject.certificate.address;
    licence.registrar = u"杭州市滨江区市场监督管理局"_s;
    licence.issued = QDate(std::min(today.year() - 1, 2024), 6, 3);
    licence.qrText = u"https://specimen.example.cn/licence?uniscid="_s + licence.creditCode;
    return licence;
}

DeskScene desk(std::uint32_t seed)
{
    DeskScene scene;
    scene.seed = seed;
    scene.roll = static_cast<double>(seed % 5) - 2.0;
    scene.tiltX = static_cast<double>(seed % 7) - 3.0;
    scene.tiltY = static_cast<double>(seed % 3) - 1.0;
    return scene;
}

class FolderWriter
{
public:
    explicit FolderWriter(QString folder)
        : m_folder(std::move(folder))
    {
    }

    void picture(const QString& name, const QImage& image)
    {
        constexpr int kQuality = 92;
        const QString path = m_folder + u'/' + name;
        if (!m_failed && !image.save(path, nullptr, kQuality))
            m_failed = Error{ErrorCode::Storage, u"a specimen could not be written"_s, path};
        m_files << path;
    }

    void text(const QString& name, const QByteArray& bytes)
    {
        const QString path = m_folder + u'/' + name;
        QFile file(path);
        const bool written =
            file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush();
        if (!m_failed && !written)
            m_failed = Error{ErrorCode::Storage, u"a specimen could not be written"_s, path};
        m_files << path;
    }

    [[nodiscard]] Result<QStringList> finish() const
    {
        return m_failed ? Result<QStringList>(*m_failed) : Result<QStringList>(m_files);
    }

private:
    QString m_folder;
    QStringList m_files;
    std::optional<Error> m_failed;
};

} // namespace

SpecimenSet::SpecimenSet(Filing filing, std::uint32_t seed, QDate today)
    : m_filing(std::move(filing))
    , m_seed(seed)
    , m_today(today)
{
}

PersonDesign SpecimenSet::design(const Person& person) const
{
    PersonDesign design;
    // The card and the photo show the same person: looks follow from the person, not the picture.
    const QByteArray digest = Sha256::of(person.certificate.number.toUtf8()).bytes();
    design.seed = m_seed * 31U + static_cast<unsigned char>(digest.front());
    if (const auto number = CitizenNumber::parse(person.certificate.number))
        design.longHair = number->isFemale();
    return design;
}

BackdropDesign SpecimenSet::backdrop() const
{
    return {};
}

QImage SpecimenSet::backdropArtwork() const
{
    return drawBackdrop(backdrop());
}

QJsonObject SpecimenSet::backdropMeta() const
{
    QJsonArray lines;
    for (const BackdropText& line : backdropTexts(backdrop())) {
        const QRectF& box = line.box;
        lines.append(
            QJsonObject{{u"text"_s, line.text},
                        {u"box"_s, QJsonArray{box.x(), box.y(), box.width(), box.height()}}});
    }
    return {{u"kind"_s, u"motif"_s}, {u"physicalWidthMm"_s, 1500}, {u"textLines"_s, lines}};
}

QImage SpecimenSet::olderBackdropArtwork() const
{
    BackdropDesign older = backdrop();
    older.edition = 2;
    return drawBackdrop(older);
}

SceneDesign SpecimenSet::photoScene(std::size_t index) const
{
    SceneDesign scene;
    scene.backdrop = backdrop();
    scene.persons = {design(m_filing.websites.at(index).person)};
    scene.seed = m_seed;
    return scene;
}

DeskScene SpecimenSet::idPortraitScene() const
{
    return desk(m_seed);
}

DeskScene SpecimenSet::idEmblemScene() const
{
    return desk(m_seed + 1);
}

DeskScene SpecimenSet::licenceScene() const
{
    DeskScene scene = desk(m_seed + 2);
    scene.paperShare = 0.86;
    scene.size = QSize(2592, 1944);
    return scene;
}

QImage SpecimenSet::photo(std::size_t index) const
{
    return drawPhotoScene(photoScene(index));
}

QImage SpecimenSet::idPortrait(const Person& person) const
{
    return idPortrait(person, idPortraitScene());
}

QImage SpecimenSet::idPortrait(const Person& person, const DeskScene& scene) const
{
    IdCardContent card = cardOf(person, m_today);
    card.portrait = drawPortrait(design(person), kPortrait);
    return drawOnDesk(drawIdPortraitSide(card), scene).image;
}

QByteArray SpecimenSet::idChip(const Person& person) const
{
    return idChipTextOf(cardOf(person, m_today));
}

QImage SpecimenSet::idEmblem(const Person& person) const
{
    return idEmblem(person, idEmblemScene());
}

QImage SpecimenSet::idEmblem(const Person& person, const DeskScene& scene) const
{
    return drawOnDesk(drawIdEmblemSide(cardOf(person, m_today)), scene).image;
}

QImage SpecimenSet::licence() const
{
    return licence(licenceScene());
}

QImage SpecimenSet::licence(const DeskScene& scene) const
{
    PaperStyle style;
    style.dotsPerMm = 8;
    return drawOnDesk(drawLicence(licenceOf(m_filing, m_today), style), scene).image;
}

QImage SpecimenSet::emptyDesk() const
{
    return drawEmptyDesk(desk(m_seed));
}

Result<QStringList> writeSpecimens(const Filing& filing, std::uint32_t seed, const QDate& today,
                                   const QString& folder)
{
    if (!QDir().mkpath(folder))
        return Error{ErrorCode::Storage, u"the folder could not be made"_s, folder};
    const SpecimenSet set(filing, seed, today);
    FolderWriter writer(folder);
    writer.text(u"order.json"_s, canonicalJson(filingToJson(filing)));
    writer.picture(u"backdrop.png"_s, set.backdropArtwork());
    writer.text(u"backdrop.json"_s, canonicalJson(set.backdropMeta()));
    writer.picture(u"id-portrait-subject.jpg"_s, set.idPortrait(filing.subject.person));
    writer.picture(u"id-emblem-subject.jpg"_s, set.idEmblem(filing.subject.person));
    if (filing.isUnit())
        writer.picture(u"licence.jpg"_s, set.licence());
    for (std::size_t i = 0; i < filing.websites.size(); ++i) {
        const Website& site = filing.websites[i];
        const QString number = QString::number(site.id.value());
        writer.picture(u"photo-%1.jpg"_s.arg(number), set.photo(i));
        if (isSamePerson(site.person, filing.subject.person))
            continue;
        writer.picture(u"id-portrait-%1.jpg"_s.arg(number), set.idPortrait(site.person));
        writer.picture(u"id-emblem-%1.jpg"_s.arg(number), set.idEmblem(site.person));
    }
    return writer.finish();
}

} // namespace handshake

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDate>
#include <QString>

#include <optional>
#include <random>

namespace handshake::readingdev {

/// One source of chance for a paper; the same seed gives the same paper on every machine.
class Dice final
{
public:
    explicit Dice(std::uint32_t seed)
        : m_engine(seed)
    {
    }
    [[nodiscard]] double between(double low, double high)
    {
        return low + ((high - low) * (static_cast<double>(m_engine()) / 4294967296.0));
    }
    /// 0 .. count - 1
    [[nodiscard]] int below(int count) { return static_cast<int>(between(0, count)); }
    [[nodiscard]] bool chance(double share) { return between(0, 1) < share; }
    [[nodiscard]] double normal();

private:
    std::mt19937 m_engine;
};

/// An invented person as a card prints it.
struct DevPerson {
    QString name;
    QString sex;
    QString ethnicity;
    QDate birth;
    QString address;
    QString number;
    QString issuer;
    QDate from;
    std::optional<QDate> to;
};

/// An invented company as a licence prints it.
struct DevCompany {
    QString code;
    QString name;
    QString type;
    QString representative;
    QString representativeLabel;
    QString capital;
    QDate established;
    std::optional<QDate> until; ///< none: 长期
    bool hasTerm = true;
    QString address;
    QString scope;
    QString registrar;
    QDate issued;
};

[[nodiscard]] DevPerson inventPerson(Dice& dice);
[[nodiscard]] DevCompany inventCompany(Dice& dice);

} // namespace handshake::readingdev

// SPDX-License-Identifier: Apache-2.0
#include "app/devices/sane_options_p.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <vector>

namespace handshake {

namespace {

constexpr double kInch = 25.4;

bool isNumber(const SANE_Option_Descriptor& about)
{
    return (about.type == SANE_TYPE_INT || about.type == SANE_TYPE_FIXED) &&
           about.size == SANE_Int(sizeof(SANE_Word));
}

double numberOf(SANE_Word word, const SANE_Option_Descriptor& about)
{
    return about.type == SANE_TYPE_FIXED ? SANE_UNFIX(word) : double(word);
}

SANE_Word wordOf(double number, const SANE_Option_Descriptor& about)
{
    const double limit = about.type == SANE_TYPE_FIXED ? 32'767.0 : 2'147'483'647.0;
    const double held = std::clamp(number, -limit, limit);
    return about.type == SANE_TYPE_FIXED ? SANE_Word(std::lround(held * 65'536.0))
                                         : SANE_Word(std::lround(held));
}

/// The nearest that the constraint permits.
double nearest(double wanted, const SANE_Option_Descriptor& about)
{
    if (about.constraint_type == SANE_CONSTRAINT_RANGE && about.constraint.range) {
        const SANE_Range& range = *about.constraint.range;
        const double least = numberOf(range.min, about);
        const double held = std::clamp(wanted, least, std::max(least, numberOf(range.max, about)));
        const double quant = numberOf(range.quant, about);
        return quant > 0 ? least + std::round((held - least) / quant) * quant : held;
    }
    if (about.constraint_type == SANE_CONSTRAINT_WORD_LIST && about.constraint.word_list) {
        const SANE_Word* list = about.constraint.word_list;
        double best = wanted;
        double distance = HUGE_VAL;
        for (SANE_Word i = 1; i <= list[0]; ++i) {
            const double candidate = numberOf(list[i], about);
            if (std::abs(candidate - wanted) < distance) {
                distance = std::abs(candidate - wanted);
                best = candidate;
            }
        }
        return best;
    }
    return wanted;
}

/// The first choice that holds one of these words and none of the others, whatever its case.
QByteArray choiceWith(const SANE_Option_Descriptor& about, std::initializer_list<const char*> words,
                      std::initializer_list<const char*> without = {})
{
    if (about.type != SANE_TYPE_STRING || about.constraint_type != SANE_CONSTRAINT_STRING_LIST)
        return {};
    for (const char* word : words) {
        for (const SANE_String_Const* choice = about.constraint.string_list; *choice; ++choice) {
            const QByteArray lower = QByteArray(*choice).toLower();
            const bool isOut = std::any_of(without.begin(), without.end(),
                                           [&](const char* bad) { return lower.contains(bad); });
            if (!isOut && lower.contains(word))
                return *choice;
        }
    }
    return {};
}

} // namespace

std::optional<SaneOptions::Option> SaneOptions::find(QByteArrayView name) const
{
    SANE_Word count = 0;
    if (m_api.controlOption(m_device, 0, SANE_ACTION_GET_VALUE, &count, nullptr) !=
        SANE_STATUS_GOOD)
        return {};
    for (SANE_Int index = 1; index < count; ++index) {
        const SANE_Option_Descriptor* about = m_api.getOption(m_device, index);
        if (about && about->name && about->type != SANE_TYPE_GROUP && name == about->name)
            return SANE_OPTION_IS_ACTIVE(about->cap) ? std::optional(Option{index, about})
                                                     : std::nullopt;
    }
    return {};
}

std::optional<SaneOptions::Option> SaneOptions::findSettable(QByteArrayView name) const
{
    const auto option = find(name);
    return option && SANE_OPTION_IS_SETTABLE(option->about->cap) ? option : std::nullopt;
}

std::optional<ScanFault> SaneOptions::apply(const ScanRequest& request)
{
    // In this order: the source decides what the others may be, the resolution what pixels mean.
    if (const auto fault = chooseSource(request.source))
        return fault;
    chooseColour(request.colour);
    chooseResolution(request.dpi);
    chooseArea(request.area);
    for (const auto& [name, value] : request.options) {
        if (const auto fault = setFurther(name.toUtf8(), value.toUtf8()))
            return fault;
    }
    return {};
}

std::optional<ScanFault> SaneOptions::chooseSource(ScanSource source) const
{
    const auto option = findSettable("source");
    if (!option) // it has one only, and that is its glass as far as anybody can tell
        return source == ScanSource::Flatbed ? std::nullopt : std::optional(ScanFault::Unsupported);
    const QByteArray choice =
        source == ScanSource::Flatbed
            ? choiceWith(*option->about, {"flatbed", "platen", "glass", "normal", "fb"})
            : choiceWith(*option->about, {"feeder", "adf"}, {"duplex", "back"});
    if (choice.isEmpty() || setText(*option, choice) != SANE_STATUS_GOOD)
        return ScanFault::Unsupported;
    return {};
}

void SaneOptions::chooseColour(ScanColour colour) const
{
    if (const auto mode = findSettable("mode")) {
        const QByteArray choice = colour == ScanColour::Colour
                                      ? choiceWith(*mode->about, {"color", "colour", "rgb"},
                                                   {"dither", "lineart", "halftone", "binary"})
                                      : choiceWith(*mode->about, {"gray", "grey"});
        if (!choice.isEmpty())
            (void)setText(*mode, choice); // the page says what it became
    }
    if (const auto depth = findSettable("depth"))
        (void)setNumber(*depth, 8);
}

void SaneOptions::chooseResolution(int dpi) const
{
    for (const char* name : {"resolution", "x-resolution", "y-resolution"}) {
        if (const auto option = findSettable(name))
            (void)setNumber(*option, dpi);
    }
}

void SaneOptions::chooseArea(const QSizeF& area) const
{
    const QSizeF resolution = dpi();
    setSide("tl-x", "br-x", area.isEmpty() ? HUGE_VAL : area.width(), resolution.width());
    setSide("tl-y", "br-y", area.isEmpty() ? HUGE_VAL : area.height(), resolution.height());
}

void SaneOptions::setSide(QByteArrayView from, QByteArrayView to, double length, double dpi) const
{
    const auto first = findSettable(from);
    const auto last = findSettable(to);
    if (!first || !last || first->about->constraint_type != SANE_CONSTRAINT_RANGE ||
        last->about->constraint_type != SANE_CONSTRAINT_RANGE)
        return;
    const double begin = numberOf(first->about->constraint.range->min, *first->about);
    const double unit = last->about->unit == SANE_UNIT_PIXEL && dpi > 0 ? dpi / kInch : 1;
    (void)setNumber(*first, begin);
    const double most = numberOf(last->about->constraint.range->max, *last->about);
    (void)setNumber(*last, std::min(most, begin + length * unit));
}

std::optional<ScanFault> SaneOptions::setFurther(const QByteArray& name,
                                                 const QByteArray& value) const
{
    const auto option = findSettable(name);
    if (!option)
        return ScanFault::Unsupported;
    SANE_Status status = SANE_STATUS_UNSUPPORTED;
    if (option->about->type == SANE_TYPE_STRING) {
        status = setText(*option, value);
    } else if (option->about->type == SANE_TYPE_BOOL) {
        SANE_Word word = value == "yes" || value == "true" || value == "1" ? SANE_TRUE : SANE_FALSE;
        status =
            m_api.controlOption(m_device, option->index, SANE_ACTION_SET_VALUE, &word, nullptr);
    } else if (isNumber(*option->about)) {
        bool isRead = false;
        const double number = value.toDouble(&isRead);
        status = isRead ? setNumber(*option, number) : SANE_STATUS_INVAL;
    }
    return status == SANE_STATUS_GOOD ? std::nullopt : std::optional(ScanFault::Unsupported);
}

SANE_Status SaneOptions::setText(const Option& option, const QByteArray& text) const
{
    if (option.about->type != SANE_TYPE_STRING || option.about->size <= 0)
        return SANE_STATUS_INVAL;
    // The driver may write back as much as it says; room for the longer of both, and its end.
    std::vector<char> room(
        std::max(static_cast<std::size_t>(option.about->size), std::size_t(text.size())) + 1);
    std::copy(text.begin(), text.end(), room.begin());
    return m_api.controlOption(m_device, option.index, SANE_ACTION_SET_VALUE, room.data(), nullptr);
}

SANE_Status SaneOptions::setNumber(const Option& option, double number) const
{
    if (!isNumber(*option.about))
        return SANE_STATUS_INVAL;
    SANE_Word word = wordOf(nearest(number, *option.about), *option.about);
    return m_api.controlOption(m_device, option.index, SANE_ACTION_SET_VALUE, &word, nullptr);
}

std::optional<double> SaneOptions::number(QByteArrayView name) const
{
    const auto option = find(name);
    SANE_Word word = 0;
    if (!option || !isNumber(*option->about) ||
        m_api.controlOption(m_device, option->index, SANE_ACTION_GET_VALUE, &word, nullptr) !=
            SANE_STATUS_GOOD)
        return {};
    return numberOf(word, *option->about);
}

QSizeF SaneOptions::dpi() const
{
    const double both = number("resolution").value_or(0);
    return {number("x-resolution").value_or(both), number("y-resolution").value_or(both)};
}

} // namespace handshake

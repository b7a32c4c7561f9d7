// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/error.h"

#include <QtGlobal>

#include <type_traits>
#include <utility>
#include <variant>

namespace handshake {

/// A value or the Error that kept it from coming to be. Member names follow std::expected, so that
/// the later change is mechanical. Dropping one unread is a warning, hence here an error.
template <typename T>
class [[nodiscard]] Result
{
public:
    using value_type = T; // NOLINT(readability-identifier-naming): as in std::expected

    // Implicit on purpose: `return value;` and `return Error{...};` read best.
    Result(T value)
        : m_content(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_content(std::in_place_index<1>, std::move(error))
    {
    }

    [[nodiscard]] bool has_value() const noexcept { return m_content.index() == 0; } // NOLINT
    explicit operator bool() const noexcept { return has_value(); }

    /// Only when has_value(): anything else is our own mistake.
    [[nodiscard]] const T& value() const& { return checked(*this); }
    [[nodiscard]] T& value() & { return checked(*this); }
    [[nodiscard]] T&& value() && { return std::move(checked(*this)); }
    const T& operator*() const& { return checked(*this); }
    T& operator*() & { return checked(*this); }
    T&& operator*() && { return std::move(checked(*this)); }
    const T* operator->() const { return &checked(*this); }
    T* operator->() { return &checked(*this); }

    [[nodiscard]] const Error& error() const
    {
        Q_ASSERT(!has_value());
        return std::get<1>(m_content);
    }

    template <typename U>
    [[nodiscard]] T value_or(U&& fallback) const // NOLINT(readability-identifier-naming)
    {
        return has_value() ? value() : static_cast<T>(std::forward<U>(fallback));
    }

    /// The result of `next(value)`, or this error.
    template <typename F>
    [[nodiscard]] auto and_then(F&& next) const // NOLINT(readability-identifier-naming)
        -> std::invoke_result_t<F, const T&>
    {
        if (has_value())
            return std::forward<F>(next)(value());
        return error();
    }

    /// This result, its error (if any) naming the place.
    [[nodiscard]] Result at(const QString& place) const
    {
        return has_value() ? *this : Result(error().at(place));
    }

private:
    template <typename Self>
    static auto& checked(Self& self)
    {
        Q_ASSERT(self.has_value());
        return std::get<0>(self.m_content);
    }

    std::variant<T, Error> m_content;
};

/// For actions: done, or why not.
template <>
class [[nodiscard]] Result<void>
{
public:
    using value_type = void; // NOLINT(readability-identifier-naming): as in std::expected

    Result() = default;
    Result(Error error)
        : m_error(std::move(error))
        , m_failed(true)
    {
    }

    [[nodiscard]] bool has_value() const noexcept { return !m_failed; } // NOLINT
    explicit operator bool() const noexcept { return has_value(); }
    [[nodiscard]] const Error& error() const
    {
        Q_ASSERT(m_failed);
        return m_error;
    }
    [[nodiscard]] Result at(const QString& place) const
    {
        return m_failed ? Result(m_error.at(place)) : *this;
    }

private:
    Error m_error;
    bool m_failed = false;
};

} // namespace handshake

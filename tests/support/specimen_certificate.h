// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace handshake::test {

/// A self-signed certificate for 127.0.0.1 that is its own authority, valid for an hour.
struct SpecimenCertificate {
    QByteArray certificate; ///< PEM
    QByteArray key;         ///< PEM

    static SpecimenCertificate make()
    {
        EVP_PKEY* key = EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256");
        X509* certificate = X509_new();
        X509_set_version(certificate, 2);
        ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
        constexpr long kHour = 3600;
        X509_gmtime_adj(X509_getm_notBefore(certificate), -kHour);
        X509_gmtime_adj(X509_getm_notAfter(certificate), kHour);
        X509_set_pubkey(certificate, key);
        X509_NAME* name = X509_get_subject_name(certificate);
        X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC,
                                   reinterpret_cast<const unsigned char*>("SPECIMEN"), -1, -1, 0);
        X509_set_issuer_name(certificate, name);
        addExtension(certificate, NID_subject_alt_name, "IP:127.0.0.1");
        addExtension(certificate, NID_basic_constraints, "critical,CA:TRUE");
        X509_sign(certificate, key, EVP_sha256());
        SpecimenCertificate made;
        BIO* out = BIO_new(BIO_s_mem());
        PEM_write_bio_X509(out, certificate);
        made.certificate = taken(out);
        PEM_write_bio_PrivateKey(out, key, nullptr, nullptr, 0, nullptr, nullptr);
        made.key = taken(out);
        BIO_free(out);
        X509_free(certificate);
        EVP_PKEY_free(key);
        return made;
    }

private:
    static void addExtension(X509* certificate, int kind, const char* value)
    {
        X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, nullptr, kind, value);
        X509_add_ext(certificate, extension, -1);
        X509_EXTENSION_free(extension);
    }

    static QByteArray taken(BIO* bio)
    {
        QByteArray bytes(static_cast<qsizetype>(BIO_ctrl_pending(bio)), Qt::Uninitialized);
        BIO_read(bio, bytes.data(), static_cast<int>(bytes.size()));
        return bytes;
    }
};

} // namespace handshake::test

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/params.h>

// Swift does not see a macro that is made of others.
static const int CCryptoPublicKey = EVP_PKEY_PUBLIC_KEY;

// A parameter keeps the pointer to its name, which must outlive the call: a literal of C does, a
// Swift string that is lent to a call does not.
static inline OSSL_PARAM CCryptoGroupName(char *name) {
  return OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, name, 0);
}
static inline OSSL_PARAM CCryptoPoint(unsigned char *point, size_t count) {
  return OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_PUB_KEY, point, count);
}
static inline OSSL_PARAM CCryptoModulus(unsigned char *number, size_t count) {
  return OSSL_PARAM_construct_BN(OSSL_PKEY_PARAM_RSA_N, number, count);
}
static inline OSSL_PARAM CCryptoExponent(unsigned char *number, size_t count) {
  return OSSL_PARAM_construct_BN(OSSL_PKEY_PARAM_RSA_E, number, count);
}

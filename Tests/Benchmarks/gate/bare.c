// The yardstick: reads every draft and its approval, parses the draft with libcmark, hashes it twice
// and the record once, and verifies the Ed25519 signature, on as many threads as are asked for.
// It looks at nothing: no rule, no chain, no policy. Arguments: FOLDER COUNT THREADS RAW-KEY-FILE.
#include <cmark.h>
#include <openssl/evp.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *folder;
static int count;
static atomic_int next, verified;
static EVP_PKEY *key;

static char *load(const char *path, size_t *size) {
  FILE *file = fopen(path, "rb");
  if (!file) { perror(path); exit(1); }
  fseek(file, 0, SEEK_END);
  *size = (size_t)ftell(file);
  rewind(file);
  char *bytes = malloc(*size + 1);
  if (fread(bytes, 1, *size, file) != *size) exit(1);
  bytes[*size] = 0;
  fclose(file);
  return bytes;
}

static void hash(const char *bytes, size_t size, const EVP_MD *kind, unsigned char *to) {
  if (EVP_Digest(bytes, size, to, NULL, kind, NULL) != 1) exit(1);
}

static size_t put(unsigned char *to, const char *bytes, size_t size) {
  to[0] = to[1] = 0;
  to[2] = (unsigned char)(size >> 8);
  to[3] = (unsigned char)size;
  memcpy(to + 4, bytes, size);
  return size + 4;
}

// The last 64 bytes of the armored blob are the signature's.
static void signature(const char *armor, unsigned char *to) {
  char text[2048];
  unsigned char blob[2048];
  size_t used = 0;
  const char *at = strchr(armor, '\n') + 1;
  for (; *at && *at != '-'; at++) if (*at != '\n' && used < sizeof text - 1) text[used++] = *at;
  int size = EVP_DecodeBlock(blob, (unsigned char *)text, (int)used);
  while (used > 0 && text[used - 1] == '=') { size--; used--; }
  memcpy(to, blob + size - 64, 64);
}

static void verify(const char *record, size_t size) {
  char *armor = strstr(record, "-----BEGIN");
  unsigned char digest[64], value[64], signed_bytes[256];
  (void)size;
  hash(record, (size_t)(armor - record), EVP_sha512(), digest);
  signature(armor, value);
  size_t used = 6;
  memcpy(signed_bytes, "SSHSIG", 6);
  used += put(signed_bytes + used, "ghost-approval", 14);
  used += put(signed_bytes + used, "", 0);
  used += put(signed_bytes + used, "sha512", 6);
  used += put(signed_bytes + used, (char *)digest, 64);
  EVP_MD_CTX *context = EVP_MD_CTX_new();
  if (EVP_DigestVerifyInit(context, NULL, NULL, NULL, key) != 1) exit(1);
  if (EVP_DigestVerify(context, value, 64, signed_bytes, used) == 1) verified++;
  EVP_MD_CTX_free(context);
}

static void *work(void *unused) {
  int number;
  while ((number = next++) < count) {
    char path[4096];
    size_t size;
    unsigned char digest[32];
    snprintf(path, sizeof path, "%s/Drafts/cfo-%05d.md", folder, number);
    char *draft = load(path, &size);
    cmark_node *document = cmark_parse_document(draft, size, CMARK_OPT_DEFAULT);
    cmark_node_free(document);
    hash(draft, size, EVP_sha256(), digest);
    hash(draft, size, EVP_sha256(), digest);
    free(draft);
    snprintf(path, sizeof path, "%s/Drafts/approvals/cfo-%05d.cfo.1.approval", folder, number);
    char *record = load(path, &size);
    verify(record, size);
    free(record);
  }
  return unused;
}

int main(int words, char **word) {
  if (words < 5) return 2;
  folder = word[1];
  count = atoi(word[2]);
  int threads = atoi(word[3]);
  size_t size;
  char *raw = load(word[4], &size);
  key = EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, NULL, (unsigned char *)raw, 32);
  pthread_t ids[64];
  for (int i = 0; i < threads && i < 64; i++) pthread_create(&ids[i], NULL, work, NULL);
  for (int i = 0; i < threads && i < 64; i++) pthread_join(ids[i], NULL);
  if (verified != count) { fprintf(stderr, "%d of %d verified\n", verified, count); return 1; }
  return 0;
}

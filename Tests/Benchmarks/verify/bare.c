// The yardstick: 10,000 Ed25519 verifications by libcrypto, of bytes that lie ready.
#include <openssl/evp.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static unsigned char key_bytes[64], value[64], message[4096];
static size_t message_count;
static EVP_PKEY *key;
static int turns;

static size_t load(const char *folder, const char *name, unsigned char *to, size_t size) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  FILE *file = fopen(path, "rb");
  if (!file) exit(1);
  size_t count = fread(to, 1, size, file);
  fclose(file);
  return count;
}

static void *work(void *unused) {
  for (int i = 0; i < turns; i++) {
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    if (EVP_DigestVerifyInit(context, NULL, NULL, NULL, key) != 1) exit(1);
    if (EVP_DigestVerify(context, value, 64, message, message_count) != 1) exit(1);
    EVP_MD_CTX_free(context);
  }
  return unused;
}

int main(int count, char **words) {
  if (count < 3) return 2;
  load(words[1], "key", key_bytes, sizeof key_bytes);
  load(words[1], "value", value, sizeof value);
  message_count = load(words[1], "signed", message, sizeof message);
  int threads = atoi(words[2]);
  turns = 10000 / threads;
  key = EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, NULL, key_bytes, 32);
  struct timespec start, end;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &start);
  pthread_t ids[16];
  for (int i = 0; i < threads && i < 16; i++) pthread_create(&ids[i], NULL, work, NULL);
  for (int i = 0; i < threads && i < 16; i++) pthread_join(ids[i], NULL);
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &end);
  printf("%.4f\n", (end.tv_sec - start.tv_sec) + (end.tv_nsec - start.tv_nsec) / 1e9);
  return 0;
}

// Reads and cmark-parses the files of a list on a number of threads, and nothing else.
// Usage: bare LIST THREADS
#include <cmark.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *paths[1 << 17];
static int count;
static atomic_int next;

static void *work(void *unused) {
  char *text = malloc(1 << 21);
  for (int i; (i = atomic_fetch_add(&next, 1)) < count;) {
    FILE *file = fopen(paths[i], "rb");
    if (!file) exit(1);
    setvbuf(file, NULL, _IONBF, 0);
    size_t length = fread(text, 1, 1 << 21, file);
    fclose(file);
    cmark_node_free(cmark_parse_document(text, length, CMARK_OPT_DEFAULT));
  }
  free(text);
  return unused;
}

int main(int argc, char **argv) {
  static char path[4096];
  FILE *list = argc == 3 ? fopen(argv[1], "r") : NULL;
  if (!list) return 1;
  while (count < 1 << 17 && fgets(path, sizeof path, list)) {
    path[strcspn(path, "\n")] = 0;
    paths[count++] = strdup(path);
  }
  int threads = atoi(argv[2]);
  pthread_t others[64];
  if (threads < 1 || threads > 64) return 1;
  for (int i = 1; i < threads; i++) pthread_create(&others[i], NULL, work, NULL);
  work(NULL);
  for (int i = 1; i < threads; i++) pthread_join(others[i], NULL);
}

// Reads and cmark-parses the files of a list; prints the seconds of processor time it took.
#include <cmark.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

int main(int argc, char **argv) {
  static char path[4096], text[1 << 21];
  FILE *list = fopen(argv[1], "r");
  if (argc < 2 || !list) return 1;
  while (fgets(path, sizeof path, list)) {
    path[strcspn(path, "\n")] = 0;
    FILE *file = fopen(path, "rb");
    if (!file) return 1;
    size_t length = fread(text, 1, sizeof text, file);
    fclose(file);
    cmark_node_free(cmark_parse_document(text, length, CMARK_OPT_DEFAULT));
  }
  printf("%f\n", (double)clock() / CLOCKS_PER_SEC);
}

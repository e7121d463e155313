// Runs commands in turn, round after round; prints the least time of each and its peak memory.
// Usage: measure ROUNDS COMMAND... [-- COMMAND...]...   (a line each: seconds, seconds of processor
// time, kilobytes). It is small, since a child is charged with the memory of what starts it.
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MOST = 8 };

static double seconds(struct timeval t) { return t.tv_sec + t.tv_usec / 1e6; }

static void once(char **command, double *least) {
  struct timespec start, end;
  clock_gettime(CLOCK_MONOTONIC, &start);
  pid_t child = fork();
  if (child == 0) {
    int null = open("/dev/null", O_RDWR);
    dup2(null, 0), dup2(null, 1), dup2(null, 2);
    execvp(command[0], command);
    _exit(127);
  }
  int status;
  struct rusage usage;
  wait4(child, &status, 0, &usage);
  clock_gettime(CLOCK_MONOTONIC, &end);
  if (!WIFEXITED(status) || WEXITSTATUS(status) > 1) {  // a checker's 1 means findings
    fprintf(stderr, "failed: %s\n", command[0]);
    exit(1);
  }
  double values[] = {(end.tv_sec - start.tv_sec) + (end.tv_nsec - start.tv_nsec) / 1e9,
                     seconds(usage.ru_utime) + seconds(usage.ru_stime), usage.ru_maxrss};
  for (int i = 0; i < 3; i++)
    if (least[i] == 0 || values[i] < least[i]) least[i] = values[i];
}

int main(int argc, char **argv) {
  static double least[MOST][3];
  char **commands[MOST];
  int count = 0, rounds = argc > 2 ? atoi(argv[1]) : 0;
  for (int i = 2, start = 2; i <= argc && count < MOST; i++) {
    if (i < argc && strcmp(argv[i], "--")) continue;
    argv[i] = NULL;
    commands[count++] = argv + start;
    start = i + 1;
  }
  for (int round = 0; round < rounds; round++)
    for (int i = 0; i < count; i++) once(commands[i], least[i]);
  for (int i = 0; i < count; i++)
    printf("%.3f %.3f %.0f\n", least[i][0], least[i][1], least[i][2]);
}

#define _GNU_SOURCE
#include "process.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

void caseload_fill_descriptors(void) {
  for (int descriptor = 0; descriptor <= 2; descriptor++) {
    if (fcntl(descriptor, F_GETFD) != -1 || errno != EBADF) continue;
    // The lowest free number is this one, since those below are open by now.
    if (open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY) == -1) return;
  }
}

// The end of the pipe that handlers write to.
static int heard = -1;
static volatile sig_atomic_t spared[65];

static void hear(int number, siginfo_t *info, void *context) {
  (void)context;
  int before = errno;
  int is_system = info->si_code > 0;
  if (!(is_system && number < 65 && spared[number])) {
    caseload_signal one = {number, is_system ? 0 : info->si_pid};
    // A full pipe holds more signals than anyone will read.
    ssize_t written = write(heard, &one, sizeof one);
    (void)written;
  }
  errno = before;
}

static void nothing(int number) { (void)number; }

int caseload_listen(const int *numbers, int count) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return -1;
  fcntl(ends[1], F_SETFL, O_NONBLOCK);
  heard = ends[1];
  for (int place = 0; place < count; place++) {
    struct sigaction before;
    if (sigaction(numbers[place], NULL, &before) != 0) continue;
    int is_ignored = before.sa_handler == SIG_IGN;
    if (is_ignored && numbers[place] == SIGHUP) continue;
    if (numbers[place] < 65) spared[numbers[place]] = is_ignored;
    struct sigaction action = {0};
    action.sa_sigaction = hear;
    action.sa_flags = SA_SIGINFO | SA_RESTART;
    sigfillset(&action.sa_mask);
    sigaction(numbers[place], &action, NULL);
  }
  return ends[0];
}

void caseload_fail_writes(void) {
  struct sigaction action = {0};
  action.sa_handler = nothing;
  action.sa_flags = SA_RESTART;
  sigaction(SIGPIPE, &action, NULL);
  sigaction(SIGXFSZ, &action, NULL);
}

int caseload_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC | O_NONBLOCK); }

pid_t caseload_fork(void) {
  pid_t parent = getpid();
  pid_t child = fork();
  if (child != 0) return child;
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  // The parent may have died between the two.
  if (getppid() != parent) _exit(128 + SIGKILL);
  return 0;
}

int caseload_next_signal(int *by_system) {
  sigset_t all;
  sigfillset(&all);
  siginfo_t info;
  int number;
  do number = sigwaitinfo(&all, &info);
  while (number < 0 && errno == EINTR);
  *by_system = info.si_code > 0;
  return number;
}

int caseload_state(pid_t child, int *code) {
  int status;
  pid_t found;
  do found = waitpid(child, &status, WNOHANG);
  while (found < 0 && errno == EINTR);
  if (found == 0) return 0;
  if (found < 0) {
    *code = 70;
    return 1;
  }
  if (WIFSIGNALED(status)) {
    *code = WTERMSIG(status);
    return 2;
  }
  *code = WEXITSTATUS(status);
  return 1;
}

#ifndef CASELOAD_PROCESS_H
#define CASELOAD_PROCESS_H
#include <stdint.h>
#include <sys/types.h>

// What of processes and signals has to be said in C: only a C function may run inside a handler.

// A signal that came.
typedef struct {
  int32_t number;
  // The process that sent it; 0 for the system, as a terminal does for Ctrl-C.
  int32_t sender;
} caseload_signal;

// Opens those of descriptors 0, 1 and 2 that are closed, the wrong way round, so that no file of ours is ever given one
// of their numbers and whoever uses them gets an error.
void caseload_fill_descriptors(void);

// Lets these signals be told through a pipe. One that the parent wants ignored stays ignored: a hang-up always, others
// where the terminal sends them. Returns the end of the pipe to read `caseload_signal`s from, or -1.
int caseload_listen(const int *numbers, int count);

// Turns signals that end a process for a write that fails into the error of that write. They are not ignored but
// handled by nothing, so that the programs which we start find them as they were.
void caseload_fail_writes(void);

// A pipe that programs which we start do not get and that nobody waits for: its end to read and its end to write.
// 0, or -1 where there can be none.
int caseload_pipe(int ends[2]);

// Makes a child that dies with its parent: 0 in the child, its number in the parent, -1 where there can be none.
pid_t caseload_fork(void);

// The parent's share of a child that `caseload_fork` made: waits for the next signal to this process, all of which must
// be blocked. Returns its number; `by_system` is 1 where the system sent it, as a terminal does to child and parent both.
int caseload_next_signal(int *by_system);

// What the wait for a process says: 0 it goes on, 1 it ended with the code, 2 a signal of that number ended it.
int caseload_state(pid_t child, int *code);
#endif

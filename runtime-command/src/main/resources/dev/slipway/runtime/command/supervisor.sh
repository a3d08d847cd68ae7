#!/bin/sh
# supervisor.sh RUN WORKSPACE COMMAND [ARGUMENT...]
#
# Runs one command once, and leaves its exit code where the next life of the agent finds it: in
# RUN.state, a line with this shell's number and then a line with the code. A line counts from its
# end on, which is written with it or not at all. Nothing of the command is ever read as shell: it
# arrives as "$@". Nothing but the command is a program, for starting one takes longer than the rest.
run=$1
workspace=$2
shift 2

# A file that must be new is made by one only, so no second supervisor runs the same command.
set -C
printf '%s\n' "$$" 2>/dev/null >"$run.state" || exit 75
set +C

# Asked to stop, it outlives its command to tell the exit code; the command itself gets the signal.
trap : TERM INT HUP

cd "$workspace" || exit 76
"$@" >>"$run.output" 2>&1 </dev/null
code=$?

printf '%s\n' "$code" >>"$run.state"

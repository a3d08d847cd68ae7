#!/bin/sh
# supervisor.sh RUN_FOLDER WORKSPACE COMMAND [ARGUMENT...]
#
# Runs one command once, and leaves its exit code where the next life of the agent finds it.
# Nothing of the command is ever read as shell: it arrives as "$@".
run=$1
workspace=$2
shift 2

# A file that must be new is made by one only, so no second supervisor runs the same command. Nothing
# here but the command itself is a program, for starting one takes longer than all the rest.
set -C
printf '%s\n' "$$" 2>/dev/null >"$run/claimed" || exit 75
set +C

# Asked to stop, it outlives its command to tell the exit code; the command itself gets the signal.
trap : TERM INT HUP

cd "$workspace" || exit 76
"$@" >>"$run/output" 2>&1 </dev/null
code=$?

# Whoever reads believes it from its line end on, which is written with it or not at all.
printf '%s\n' "$code" >"$run/exit"

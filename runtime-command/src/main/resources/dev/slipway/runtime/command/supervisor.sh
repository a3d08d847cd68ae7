#!/bin/sh
# supervisor.sh RUN_FOLDER WORKSPACE COMMAND [ARGUMENT...]
#
# Runs one command once, and leaves its exit code where the next life of the agent finds it.
# Nothing of the command is ever read as shell: it arrives as "$@".
run=$1
workspace=$2
shift 2

# Making a folder succeeds for one only, so no second supervisor runs the same command.
mkdir "$run/claimed" || exit 75
printf '%s\n' "$$" >"$run/claimed/pid.part" && mv "$run/claimed/pid.part" "$run/claimed/pid"

# Asked to stop, it outlives its command to tell the exit code; the command itself gets the signal.
trap : TERM INT HUP

cd "$workspace" || exit 76
"$@" >>"$run/output" 2>&1 </dev/null
code=$?
printf '%s\n' "$code" >"$run/exit.part" && mv "$run/exit.part" "$run/exit"

#!/bin/sh
# Looks for mistakes, as `klantarena check` does; for a workflow that publishes the handbook.
# On GitHub what is wrong also stands in the summary of the run, and beside the line of the file.
set -u
cd "$(dirname "$0")/.."

said=$(.venv/bin/klantarena check 2>&1)
result=$?
printf '%s\n' "$said"

if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then
    {
        if [ $result -eq 0 ]; then
            echo "### All is well / Alles klopt"
        else
            echo "### Not published: this has to be mended first / Nog niet gepubliceerd: dit moet eerst anders"
        fi
        echo
        printf '%s\n' "$said" | sed -e '/^$/d' -e 's/^/    /'
    } >> "$GITHUB_STEP_SUMMARY"
fi
if [ $result -ne 0 ] && [ "${GITHUB_ACTIONS:-}" = true ]; then
    # file:line: what is wrong; what to write. Without a line, the whole file is meant.
    printf '%s\n' "$said" | sed -n \
        -e 's/^\([^ :]*\):\([0-9][0-9]*\): \(.*\)$/::error file=\1,line=\2::\3/p' \
        -e 's/^\([^ :]*\.[a-z]*\): \(.*\)$/::error file=\1::\2/p'
fi
exit $result

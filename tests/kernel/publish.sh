#!/bin/sh
# Publishes the NativeAOT program into its default folder.
set -eu
cd "$1"
# Without build servers: they would outlive this script.
exec dotnet publish src/MdevDesired.Cli -c Release -r linux-x64 --nologo --disable-build-servers

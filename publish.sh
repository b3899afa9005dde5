#!/bin/sh
# Builds what can be installed, into dist/: a .NET tool package, and for each system named (or all) one file that needs no .NET.
# Usage: ./publish.sh [linux-x64|linux-arm64|win-x64|osx-x64|osx-arm64 ...]
set -eu
cd "$(dirname "$0")"
dotnet pack Cli -c Release -o dist
for system in "${@:-linux-x64 win-x64 osx-x64 osx-arm64}"; do
  for one in $system; do
    # The lock files are for the build without a system of its own; what comes on top is the runtime.
    dotnet publish Cli -c Release -r "$one" --self-contained -p:PublishSingleFile=true -p:IncludeNativeLibrariesForSelfExtract=true \
      -p:EnableCompressionInSingleFile=true -p:RestorePackagesWithLockFile=false -p:DebugType=none -p:GenerateDocumentationFile=false -o "dist/$one"
  done
done

#!/bin/sh
# Builds what can be installed, into dist/: a .NET tool package, and for each system named (or all) one file that needs no .NET.
# Usage: ./publish.sh [linux-x64|linux-arm64|win-x64|osx-x64|osx-arm64 ...]
set -eu
cd "$(dirname "$0")"
dotnet pack Cli -c Release -o dist
for system in "${@:-linux-x64 win-x64 osx-x64 osx-arm64}"; do
  for one in $system; do
    # A lock file of its own: the others do not know the runtime that comes on top.
    dotnet publish Cli -c Release -r "$one" --self-contained -p:PublishSingleFile=true -p:IncludeNativeLibrariesForSelfExtract=true \
      -p:EnableCompressionInSingleFile=true -p:NuGetLockFilePath=obj/publish.lock.json -p:DebugType=none -p:GenerateDocumentationFile=false -o "dist/$one"
  done
done

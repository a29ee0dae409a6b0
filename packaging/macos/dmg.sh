#!/bin/sh
# macOS: dist/Semblance.app into dist/semblance_VERSION_ARCHITECTURE.dmg. `python launch.py build` runs it.
#     packaging/macos/dmg.sh VERSION
# SEMBLANCE_SIGN names a “Developer ID Application” certificate of the keychain. Without it the signature is
# ad hoc: the program starts where it was built, and elsewhere only after “Open Anyway” in the settings.
set -eu
version=$1
cd "$(dirname "$0")/../.."
image=dist/semblance_${version}_$(uname -m).dmg
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

if [ -n "${SEMBLANCE_SIGN:-}" ]; then
    # torch makes code at run time; without this entitlement the hardened runtime ends it
    codesign --force --deep --options runtime --timestamp \
        --entitlements packaging/macos/entitlements.plist --sign "$SEMBLANCE_SIGN" dist/Semblance.app
else
    codesign --force --deep --sign - dist/Semblance.app
fi
codesign --verify --deep --strict dist/Semblance.app

ditto dist/Semblance.app "$folder/Semblance.app"
ln -s /Applications "$folder/Applications"
rm -f "$image"
hdiutil create -volname Semblance -srcfolder "$folder" -fs HFS+ -format ULMO "$image"
hdiutil verify "$image"
echo "$image"

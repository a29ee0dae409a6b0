; Windows installer, for the person who runs it alone: no administrator, nothing outside their own folders.
; `python launch.py build` runs, with NSIS 3 on the path:
;     makensis -DVERSION=0.1.0 packaging\windows\semblance.nsi
; It takes dist\Semblance and build\icons\semblance.ico and makes dist\semblance_VERSION_setup.exe.
; `setup.exe /S` installs without asking, `/D=C:\Some\Folder` (last, unquoted) says where.

Unicode true
!include "MUI2.nsh"
!include "FileFunc.nsh"

!ifndef VERSION
  !error "say -DVERSION=..."
!endif
!define ROOT "${__FILEDIR__}/../.."
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Semblance"
!define APPLICATION "Software\Classes\Applications\Semblance.exe"
!define PICTURE "Semblance.Picture"

Name "Semblance"
OutFile "${ROOT}/dist/semblance_${VERSION}_setup.exe"
InstallDir "$LOCALAPPDATA\Programs\Semblance"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
RequestExecutionLevel user
SetCompressor /SOLID lzma
ManifestDPIAware true

!define MUI_ICON "${ROOT}/build/icons/semblance.ico"
!define MUI_UNICON "${ROOT}/build/icons/semblance.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\Semblance.exe"
!insertmacro MUI_PAGE_LICENSE "${ROOT}/LICENSE"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

; “Open with” offers Semblance; what a double click opens stays as it was.
!macro OpenWith EXTENSION
  WriteRegStr HKCU "${APPLICATION}\SupportedTypes" "${EXTENSION}" ""
  WriteRegNone HKCU "Software\Classes\${EXTENSION}\OpenWithProgids" "${PICTURE}"
!macroend
!macro NotOpenWith EXTENSION
  DeleteRegValue HKCU "Software\Classes\${EXTENSION}\OpenWithProgids" "${PICTURE}"
!macroend
!macro ForEachExtension MACRO
  !insertmacro ${MACRO} ".jpg"
  !insertmacro ${MACRO} ".jpeg"
  !insertmacro ${MACRO} ".png"
  !insertmacro ${MACRO} ".webp"
  !insertmacro ${MACRO} ".avif"
  !insertmacro ${MACRO} ".heic"
  !insertmacro ${MACRO} ".heif"
  !insertmacro ${MACRO} ".tif"
  !insertmacro ${MACRO} ".tiff"
  !insertmacro ${MACRO} ".bmp"
  !insertmacro ${MACRO} ".ora"
!macroend
!macro TellExplorer
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

Section "Semblance"
  ; files of an older version must not stay beside the new ones
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${ROOT}/dist/Semblance/*.*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Semblance.lnk" "$INSTDIR\Semblance.exe"

  WriteRegStr HKCU "${APPLICATION}" "FriendlyAppName" "Semblance"
  WriteRegStr HKCU "${APPLICATION}\shell\open\command" "" '"$INSTDIR\Semblance.exe" "%1"'
  WriteRegStr HKCU "Software\Classes\${PICTURE}" "" "Picture"
  WriteRegStr HKCU "Software\Classes\${PICTURE}\DefaultIcon" "" "$INSTDIR\Semblance.exe,0"
  WriteRegStr HKCU "Software\Classes\${PICTURE}\shell\open\command" "" '"$INSTDIR\Semblance.exe" "%1"'
  !insertmacro ForEachExtension OpenWith
  !insertmacro TellExplorer

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Semblance"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\Semblance.exe,0"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "Semblance developers"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  IntFmt $0 "0x%08X" $0
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" "$0"
SectionEnd

Section "Uninstall"
  ; by name, not the whole folder: somebody may have installed into one that holds other things
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\Semblance.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Semblance.lnk"
  !insertmacro ForEachExtension NotOpenWith
  DeleteRegKey HKCU "Software\Classes\${PICTURE}"
  DeleteRegKey HKCU "${APPLICATION}"
  DeleteRegKey HKCU "${UNINSTALL}"
  !insertmacro TellExplorer
SectionEnd

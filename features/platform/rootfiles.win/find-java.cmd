@echo off
rem Called by the programs beside it: sets JAVA to the one of JAVA_HOME, or to the one on the path, and says when there is none.
set JAVA=java
if defined JAVA_HOME set JAVA="%JAVA_HOME%\bin\java"
%JAVA% -version >nul 2>&1 || goto missing
exit /b 0
:missing
echo Java 21 or newer is missing: install it or set JAVA_HOME to it. 1>&2
exit /b 6

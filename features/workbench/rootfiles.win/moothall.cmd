@echo off
rem The command line. JAVA_HOME (21 or newer) chooses the JDK. Plain Java without a framework, so that it answers at once.
setlocal enabledelayedexpansion
set HERE=%~dp0
set JARS=
for %%P in (org.moothall.cli_ org.moothall.core_ org.moothall.net_ picocli_ com.fasterxml.jackson. org.yaml.snakeyaml_ slf4j.api_) do (
  for %%J in ("%HERE%plugins\%%P*.jar") do set JARS=!JARS!;%%J
)
call "%HERE%find-java.cmd" || exit /b 6
%JAVA% -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "%JARS:~1%" org.moothall.cli.internal.Main %*

@echo off
rem Starts the workbench. MOOTHALL_JAVA_OPTS adds flags.
set HERE=%~dp0
for %%J in ("%HERE%plugins\org.eclipse.equinox.launcher_*.jar") do set LAUNCHER=%%J
java -Xms64m -Xmx512m -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED %MOOTHALL_JAVA_OPTS% -jar "%LAUNCHER%" -configuration "%HERE%configuration" -data @none -nosplash %*

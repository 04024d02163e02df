@echo off
rem Starts the workbench. JAVA_HOME (21 or newer) chooses the JDK, MOOTHALL_JAVA_OPTS adds flags,
rem MOOTHALL_CONFIGURATION moves the framework's own state to another directory.
setlocal
set HERE=%~dp0
call "%HERE%find-java.cmd" || exit /b 6
for %%J in ("%HERE%plugins\org.eclipse.equinox.launcher_*.jar") do set LAUNCHER=%%J
if not defined MOOTHALL_CONFIGURATION set MOOTHALL_CONFIGURATION=%HERE%configuration
%JAVA% -Xms64m -Xmx512m -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -Djava.util.logging.config.file="%HERE%logging.properties" %MOOTHALL_JAVA_OPTS% -jar "%LAUNCHER%" -configuration "%MOOTHALL_CONFIGURATION%" -data @none -nosplash %*

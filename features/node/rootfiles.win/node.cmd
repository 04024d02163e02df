@echo off
rem Starts the node. JAVA_HOME (21 or newer) chooses the JDK, MOOTHALL_JAVA_OPTS adds flags,
rem MOOTHALL_CONFIGURATION moves the framework's own state to another directory.
setlocal
set HERE=%~dp0
call "%HERE%find-java.cmd" || exit /b 6
for %%J in ("%HERE%plugins\org.eclipse.equinox.launcher_*.jar") do set LAUNCHER=%%J
if not defined MOOTHALL_CONFIGURATION set MOOTHALL_CONFIGURATION=%HERE%configuration
%JAVA% -Xms32m -Xmx128m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED -Dorg.slf4j.simpleLogger.showDateTime=true -Dorg.slf4j.simpleLogger.log.org.eclipse.jetty=warn -Djava.util.logging.config.file="%HERE%logging.properties" %MOOTHALL_JAVA_OPTS% -jar "%LAUNCHER%" -configuration "%MOOTHALL_CONFIGURATION%" -data @none %*

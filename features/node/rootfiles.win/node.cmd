@echo off
rem Starts the node. MOOTHALL_JAVA_OPTS adds flags.
set HERE=%~dp0
for %%J in ("%HERE%plugins\org.eclipse.equinox.launcher_*.jar") do set LAUNCHER=%%J
java -Xms32m -Xmx128m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED -Dorg.slf4j.simpleLogger.log.org.eclipse.jetty=warn %MOOTHALL_JAVA_OPTS% -jar "%LAUNCHER%" -configuration "%HERE%configuration" -data @none %*

package org.moothall.licensing.internal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.moothall.licensing.internal.rules.Basis;
import org.moothall.licensing.internal.rules.Bins;
import org.moothall.licensing.internal.rules.DayPeak;
import org.moothall.licensing.internal.rules.Demand;
import org.moothall.licensing.internal.rules.Figures;
import org.moothall.licensing.internal.store.UsageRead;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

/**
 * {@code license-data.zip}: what was read, the bins made of it and the daily peaks made of those, for the last 90 days. All names
 * and numbers in it are made by programs; none can be taken for a formula.
 *
 * @spec admin-guide §18
 */
final class ReportFile {

    private static final int BUFFER = 1 << 16;
    private static final String[] TYPES = {"pmp", "pmpAssigned", "smpAud", "smpPtP", "smpFull", "rec", "str"};

    private final UsageRead usage;

    ReportFile(UsageRead usage) {
        this.usage = usage;
    }

    void write(OutputStream out, Basis basis) throws IOException {
        long firstDay = basis.firstDay().toEpochDay();
        long lastDay = basis.today().toEpochDay();
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.setLevel(Deflater.BEST_SPEED);
        entry(zip, "host-reported.csv", csv -> hostReported(csv, Bins.start(Bins.firstOf(firstDay)), Bins.start(Bins.firstOf(lastDay + 1))));
        entry(zip, "cluster-bins.csv", csv -> clusterBins(csv, Bins.firstOf(firstDay), Bins.firstOf(lastDay + 1) - 1));
        entry(zip, "daily-peaks.csv", csv -> dailyPeaks(csv, firstDay, lastDay));
        zip.finish();
    }

    private void hostReported(CsvWriter csv, long from, long before) {
        csv.writeRecord(columns("cluster", "hostId", "time"));
        usage.eachSnapshot(from, before, (cluster, snapshot) -> {
            String[] row = new String[3 + Figures.COUNT];
            row[0] = cluster.value();
            row[1] = snapshot.host();
            row[2] = Instant.ofEpochSecond(snapshot.at()).toString();
            put(row, 3, snapshot.figures());
            csv.writeRecord(row);
        });
    }

    private void clusterBins(CsvWriter csv, long from, long to) {
        csv.writeRecord(columns("time", "cluster", "reported", "missing"));
        usage.eachBin(from, to, (cluster, bin) -> {
            String[] row = new String[4 + Figures.COUNT];
            row[0] = Bins.instant(bin.bin()).toString();
            row[1] = cluster.value();
            row[2] = Integer.toString(bin.known());
            row[3] = Integer.toString(bin.missing());
            if (bin.unknown()) {
                java.util.Arrays.fill(row, 4, row.length, "");
            } else {
                put(row, 4, bin.used());
            }
            csv.writeRecord(row);
        });
    }

    private void dailyPeaks(CsvWriter csv, long firstDay, long lastDay) {
        csv.writeRecord("date", "pmpPlus", "smpPlus", "recordingOrStreaming", "binsKnown", "binsComplete");
        for (DayPeak day : usage.days(null, firstDay, lastDay)) {
            csv.writeRecord(LocalDate.ofEpochDay(day.day()).toString(), licences(day.peak().pmp()), licences(day.peak().smp()),
                    licences(day.peak().recording()), Integer.toString(day.known()), Integer.toString(day.complete()));
        }
    }

    private static String licences(long parts) {
        return new BigDecimal(Demand.licences(parts)).setScale(4, java.math.RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }

    private static String[] columns(String... first) {
        String[] all = java.util.Arrays.copyOf(first, first.length + TYPES.length);
        System.arraycopy(TYPES, 0, all, first.length, TYPES.length);
        return all;
    }

    private static void put(String[] row, int first, Figures figures) {
        for (int i = 0; i < Figures.COUNT; i++) {
            row[first + i] = hundredths(figures.get(i));
        }
    }

    /** Most figures are 0 and most others whole: no number is made of them again and again. */
    private static String hundredths(int value) {
        if (value == 0) {
            return "0.00";
        }
        int part = value % Figures.ONE;
        return value / Figures.ONE + (part < 10 ? ".0" : ".") + part;
    }

    private static void entry(ZipOutputStream zip, String name, Content content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        Writer text = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), BUFFER);
        content.write(CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).bufferSize(0).build(text));
        text.flush();
        zip.closeEntry();
    }

    @FunctionalInterface
    private interface Content {
        void write(CsvWriter csv) throws IOException;
    }
}

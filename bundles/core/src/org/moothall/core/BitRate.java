package org.moothall.core;

/** A bit rate. @param bitsPerSecond not negative */
public record BitRate(long bitsPerSecond) {

    public BitRate {
        if (bitsPerSecond < 0) {
            throw new IllegalArgumentException("negative bit rate " + bitsPerSecond);
        }
    }
}

package org.moothall.mediaengine;

/**
 * What a participant sees and hears of licences that are missing.
 *
 * @param text on the screen, empty once it has been there long enough
 * @param permanent whether the text stays as long as the meeting
 * @param prompt what is heard on joining
 * @spec installation-guide B.4, admin-guide §19.3
 */
public record Notice(String text, boolean permanent, String prompt) {}

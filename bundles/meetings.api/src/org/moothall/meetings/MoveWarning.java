package org.moothall.meetings;

/**
 * Something to know before somebody is moved.
 *
 * @param code {@code cannot-move}, {@code not-connected}, {@code other-cluster}, {@code same-meeting}, {@code dual-homed}, {@code locked},
 *        {@code lobby}, {@code recording}, {@code streaming}, {@code newcomers-muted}, {@code presenting} or {@code starts-anew}
 * @param text the same in words
 * @param stops whether the move will not be done because of it
 */
public record MoveWarning(ParticipantId participant, String code, String text, boolean stops) {}

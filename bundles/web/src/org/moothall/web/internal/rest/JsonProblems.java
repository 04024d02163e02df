package org.moothall.web.internal.rest;

import java.util.stream.Collectors;

import org.moothall.core.Problem;
import org.moothall.core.ProblemException;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;

/** Why a JSON body was refused, with the path of the field and without class names. */
final class JsonProblems {

    private JsonProblems() {}

    static Problem of(JacksonException refused) {
        for (Throwable cause = refused.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof InputCoercionException && refused instanceof JsonMappingException where) {
                return Problem.invalid(path(where), "has a number that is too large.");
            }
            if (cause instanceof ProblemException own && refused instanceof JsonMappingException where) {
                return own.problem().violations().isEmpty() ? own.problem()
                        : Problem.invalid(path(where), own.problem().violations().get(0).message());
            }
        }
        return switch (refused) {
            case UnrecognizedPropertyException unknown -> Problem.invalid(path(unknown), "is not a known field.");
            case InvalidFormatException format -> Problem.invalid(path(format), expected(format));
            case MismatchedInputException mismatch -> Problem.invalid(path(mismatch), "has the wrong type or is missing.");
            case JsonMappingException mapping -> Problem.invalid(path(mapping), "is not valid.");
            default -> Problem.invalid("body", "is not valid JSON" + position(refused) + ".");
        };
    }

    private static String path(JsonMappingException where) {
        String path = where.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining());
        return path.isEmpty() ? "body" : path.startsWith(".") ? path.substring(1) : path;
    }

    private static String expected(InvalidFormatException format) {
        Class<?> type = format.getTargetType();
        if (type != null && type.isEnum()) {
            return "must be one of " + java.util.Arrays.stream(type.getEnumConstants())
                    .map(value -> ((Enum<?>) value).name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
                    .collect(Collectors.joining(", ")) + ".";
        }
        return "has the wrong form.";
    }

    private static String position(JacksonException refused) {
        return refused.getLocation() == null ? "" : " (line " + refused.getLocation().getLineNr() + ", column " + refused.getLocation().getColumnNr() + ")";
    }
}

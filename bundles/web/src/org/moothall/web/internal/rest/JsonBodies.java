package org.moothall.web.internal.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.moothall.core.Problem;
import org.moothall.core.json.Json;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;

/** Bodies in the one JSON form of the API: bounded, one value and nothing after it, unknown fields refused. */
@NonNullByDefault({})
final class JsonBodies implements MessageBodyReader<Object>, MessageBodyWriter<Object> {

    static final long MAX_BODY = 1L << 20;

    private final JsonMapper json = Json.strict();

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return isJson(media) && !InputStream.class.isAssignableFrom(type);
    }

    @Override
    public Object readFrom(Class<Object> type, Type generic, Annotation[] annotations, MediaType media, MultivaluedMap<String, String> headers,
            InputStream body) throws IOException {
        ObjectReader reader = json.readerFor(json.constructType(generic))
                .with(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        byte[] bytes = BoundedBody.read(body, MAX_BODY);
        Object value = bytes.length == 0 ? null : reader.readValue(bytes);
        if (value == null) {
            throw Problem.invalid("body", "must be a JSON object.").exception();
        }
        return value;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return isJson(media) && type != String.class && type != byte[].class && !InputStream.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(Object value, Class<?> type, Type generic, Annotation[] annotations, MediaType media,
            MultivaluedMap<String, Object> headers, OutputStream out) throws IOException {
        out.write(json.writeValueAsBytes(value));
    }

    private static boolean isJson(MediaType media) {
        return media != null && (media.getSubtype().equals("json") || media.getSubtype().endsWith("+json"));
    }
}

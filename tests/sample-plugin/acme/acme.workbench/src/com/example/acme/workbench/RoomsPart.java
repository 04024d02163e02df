package com.example.acme.workbench;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.List;
import org.moothall.client.Client;
import org.moothall.ui.Notices;
import org.moothall.ui.UiThread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.fasterxml.jackson.databind.JsonNode;

import jakarta.annotation.PostConstruct;

/** A page that lists what the server's half of this plug-in tells. It stands first in the column, before our own pages. */
public final class RoomsPart {

    private static final Logger LOG = LoggerFactory.getLogger(RoomsPart.class);

    @PostConstruct
    void create(Composite parent, Client client, UiThread ui, Notices notices) {
        parent.setLayout(new FillLayout());
        List rooms = new List(parent, SWT.V_SCROLL);
        client.get("/acme/rooms").whenCompleteAsync((page, failure) -> {
            if (failure != null) {
                notices.failed("Read the rooms", failure, null);
            } else if (!rooms.isDisposed()) {
                page.path("items").forEach(room -> rooms.add(line(room)));
                LOG.info("The page shows {} rooms.", rooms.getItemCount());
            }
        }, ui);
    }

    private static String line(JsonNode room) {
        return room.path("name").asText() + " (" + room.path("seats").asInt() + ")";
    }
}

package org.moothall.licensing.authority.internal.rest;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Page;
import org.moothall.core.Problem;
import org.moothall.licensing.authority.Account;
import org.moothall.licensing.authority.AccountId;
import org.moothall.licensing.authority.Accounts;
import org.moothall.licensing.authority.Licences;
import org.moothall.licensing.authority.VirtualAccount;
import org.moothall.web.Audited;
import org.moothall.web.Created;
import org.moothall.web.Described;
import org.moothall.web.EntityTags;
import org.moothall.web.Requests;
import org.moothall.web.RequiresPermission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** Organisations that buy licences. */
@Component(service = AccountsResource.class)
@JakartarsResource
@Path("authority-accounts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class AccountsResource {

    private final Accounts accounts;

    /** Serves these. */
    @Activate
    public AccountsResource(@Reference Accounts accounts) {
        this.accounts = accounts;
    }

    /** An account to open or change. @param reservation whether its servers may reserve licences; no when it is left out of a new one */
    public record AccountFields(@Nullable String name, @Nullable Boolean reservation) {}

    /** A virtual account to open. @param bought its licences; none when it is left out */
    public record NewVirtualAccount(@Nullable String name, @Nullable Licences bought) {}

    @GET
    @RequiresPermission(Permissions.READ)
    @Described("Lists all accounts of the licensing authority by name.")
    public Page<Account> list() {
        return Page.all(accounts.all());
    }

    @POST
    @RequiresPermission(Permissions.MANAGE)
    @Audited("licensing-authority.add-account")
    @Described("Opens an account for an organisation that buys licences.")
    public Created<Account> create(AccountFields fields, @Context ContainerRequestContext request) {
        Requests.audit(request, "name", String.valueOf(fields.name()));
        Account added = accounts.add(Fields.required("name", fields.name()), Boolean.TRUE.equals(fields.reservation()));
        return new Created<>("authority-accounts/" + added.id().value(), added);
    }

    @GET
    @Path("{id}")
    @RequiresPermission(Permissions.READ)
    @Described("Shows an account of the licensing authority.")
    public Account get(@PathParam("id") String id) {
        return accounts.find(new AccountId(id)).orElseThrow(() -> Problem.notFound("account", id).exception());
    }

    @PATCH
    @Path("{id}")
    @RequiresPermission(Permissions.MANAGE)
    @Audited("licensing-authority.update-account")
    @Described("Changes the name of an account, or whether its servers may reserve licences. What is left out stays.")
    public Account update(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, AccountFields fields,
            @Context ContainerRequestContext request) {
        Account old = get(id);
        Long version = EntityTags.required(ifMatch);
        Requests.audit(request, "from", old.toString());
        Requests.audit(request, "to", fields.toString());
        return accounts.update(old.id(), fields.name(), fields.reservation(), version == null ? old.version() : version);
    }

    @DELETE
    @Path("{id}")
    @RequiresPermission(Permissions.MANAGE)
    @Audited("licensing-authority.remove-account")
    @Described("Closes an account. It must have no virtual accounts any more.")
    public void delete(@PathParam("id") String id, @Context ContainerRequestContext request) {
        Account old = get(id);
        Requests.audit(request, "name", old.name());
        accounts.remove(old.id());
    }

    @GET
    @Path("{id}/virtual-accounts")
    @RequiresPermission(Permissions.READ)
    @Described("Lists the virtual accounts of an account by name, with what was bought for them and what is reserved.")
    public Page<VirtualAccount> virtualAccounts(@PathParam("id") String id) {
        return Page.all(accounts.virtualAccounts(new AccountId(id)));
    }

    @POST
    @Path("{id}/virtual-accounts")
    @RequiresPermission(Permissions.MANAGE)
    @Audited("licensing-authority.add-virtual-account")
    @Described("Opens a virtual account with licences of its own.")
    public Created<VirtualAccount> createVirtualAccount(@PathParam("id") String id, NewVirtualAccount wanted, @Context ContainerRequestContext request) {
        Licences bought = wanted.bought();
        Requests.audit(request, "name", String.valueOf(wanted.name()));
        Requests.audit(request, "bought", String.valueOf(bought));
        VirtualAccount added = accounts.add(new AccountId(id), Fields.required("name", wanted.name()), bought == null ? Licences.NONE : bought);
        return new Created<>("authority-virtual-accounts/" + added.id().value(), added);
    }
}

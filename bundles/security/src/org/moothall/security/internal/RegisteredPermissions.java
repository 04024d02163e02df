package org.moothall.security.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Problem;
import org.moothall.security.Access;
import org.moothall.security.AuditTrail;
import org.moothall.security.AuditTrail.Outcome;
import org.moothall.security.Caller;
import org.moothall.security.Permission;
import org.moothall.security.Role;
import org.moothall.security.SecurityProblem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Grants what the domains registered. Where two registered the same name, both must grant it. */
@Component
public final class RegisteredPermissions implements Access {

    private final AuditTrail audit;
    private final List<Permission> permissions = new CopyOnWriteArrayList<>();

    @Activate
    public RegisteredPermissions(@Reference AuditTrail audit) {
        this.audit = audit;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addPermission(Permission permission) {
        permissions.add(permission);
    }

    void removePermission(Permission permission) {
        permissions.remove(permission);
    }

    @Override
    public boolean may(Caller caller, String permission, @Nullable String cluster) {
        return granted(caller.role(), permission);
    }

    private boolean granted(Role role, String name) {
        List<Permission> named = permissions.stream().filter(permission -> permission.name().equals(name)).toList();
        return !named.isEmpty() && named.stream().allMatch(permission -> permission.roles().contains(role));
    }

    @Override
    public Set<String> granted(Role role) {
        Set<String> names = new TreeSet<>();
        permissions.stream().map(Permission::name).filter(name -> granted(role, name)).forEach(names::add);
        return names;
    }

    @Override
    public void require(Caller caller, String permission, @Nullable String cluster) {
        if (!may(caller, permission, cluster)) {
            audit.record(caller, permission, cluster, Outcome.REFUSED, Map.of("reason", SecurityProblem.FORBIDDEN.code()));
            throw Problem.of(SecurityProblem.FORBIDDEN, "This needs the permission " + permission + ". Ask an administrator.").exception();
        }
    }
}

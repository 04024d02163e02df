package org.moothall.security.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.moothall.security.internal.SecurityFixture.refused;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.moothall.security.AuditTrail.Outcome;
import org.moothall.security.Caller;
import org.moothall.security.Permission;
import org.moothall.security.Role;
import org.moothall.security.SecurityProblem;
import org.moothall.security.UserId;

class RegisteredPermissionsTest {

    private static final Caller OPERATOR = new Caller(new UserId("o"), "otto", Role.OPERATOR, "s", "192.0.2.1");

    private final List<String> recorded = new ArrayList<>();
    private final RegisteredPermissions access = new RegisteredPermissions((caller, action, subject, outcome, details) -> {
        assertEquals(Outcome.REFUSED, outcome);
        recorded.add(caller.name() + " " + action + " " + subject);
    });

    @Test
    void whatNobodyRegisteredIsGrantedToNobody() {
        assertFalse(access.may(Caller.system(), "unknown.do", null));
        refused(SecurityProblem.FORBIDDEN, () -> access.require(Caller.system(), "unknown.do", null));
    }

    @Test
    void aPermissionIsGrantedToItsRolesAlone() {
        access.addPermission(new Permission("servers.manage", "", Set.of(Role.ADMINISTRATOR)));
        assertTrue(access.may(Caller.system(), "servers.manage", null));
        assertFalse(access.may(OPERATOR, "servers.manage", null));
        assertEquals(Set.of("servers.manage"), access.granted(Role.ADMINISTRATOR));
        assertEquals(Set.of(), access.granted(Role.OPERATOR));
    }

    @Test
    void aSecondRegistrationCannotWidenTheFirst() {
        access.addPermission(new Permission("servers.manage", "", Set.of(Role.ADMINISTRATOR)));
        access.addPermission(new Permission("servers.manage", "", Set.of(Role.ADMINISTRATOR, Role.OPERATOR)));
        assertFalse(access.may(OPERATOR, "servers.manage", null));
    }

    @Test
    void aPermissionGoesWithItsDomain() {
        Permission permission = new Permission("meetings.read", "", Set.of(Role.OPERATOR));
        access.addPermission(permission);
        assertTrue(access.may(OPERATOR, "meetings.read", null));
        access.removePermission(permission);
        assertFalse(access.may(OPERATOR, "meetings.read", null));
    }

    @Test
    void aRefusalIsOnRecord() {
        refused(SecurityProblem.FORBIDDEN, () -> access.require(OPERATOR, "servers.manage", "lab"));
        assertEquals(List.of("otto servers.manage lab"), recorded);
    }
}

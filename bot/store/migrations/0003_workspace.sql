-- What a server or workspace has set for itself: settings and trusted providers, one document.
CREATE TABLE workspace (
    platform TEXT NOT NULL,
    tenant TEXT NOT NULL,
    body TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (platform, tenant)
) /*STRICT*/;

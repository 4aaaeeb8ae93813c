-- What runs with the owner's rights should not lie around.
-- contract: no release calls it since session_caller came with invitations
DROP FUNCTION credential_session(bytea, uuid, timestamptz);
-- contract: no release calls it since api_key_caller came with invitations
DROP FUNCTION credential_api_key(bytea, timestamptz);

-- What was lent together before that was counted line by line; what has been lent since is not in here.
create index placements_lent_before on application.placements_v1 (application, nr)
    where shares is not null and jsonb_path_exists(shares, '$[*] ? (!exists (@.exposure) || @.exposure == null)');

/** `key` or `key=value` of what WeChat, DingTalk, mail and advertising add to a link on its way from reader to reader. */
export const ADDED =
  /^(?:from|isappinstalled|nsukey|(?:sub|a)?scene|clicktime|enterid|sessionid|devicetype|nettype|version|abtest_cookie|exportkey|pass_ticket|wx_header|wxfrom|wxshare_count|mpshare|srcid|sharer_\w+|dd_\w+|utm_\w+|[a-z]*clid|mc_[ce]id|_hs\w+|bd_vid|spm)(?:=|$)/;

/** Whether a key is one that apps add to links: it says nothing of what is shown, and nobody needs to hear of it. */
export const isAddedKey = (key: string): boolean => ADDED.test(key);

/** What a query, with or without its `?`, asks for, without its `?` and what apps added to it; `""` for nothing. */
export const askedOf = (query: string): string =>
  query
    .replace(/^\?/, "")
    .split("&")
    .filter((part) => part && !ADDED.test(part))
    .join("&");

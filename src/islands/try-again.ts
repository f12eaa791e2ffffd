/** Whether the site was replaced since this page came, so that files that the page names may be gone. False where nothing answers. */
async function isReplaced(): Promise<boolean> {
  const { site = "" } = document.documentElement.dataset;
  const script = document.querySelector("script[type=module]")?.getAttribute("src") ?? "";
  try {
    const response = await fetch(location.pathname, { cache: "no-store" });
    const now = await response.text();
    return response.ok && !(now.includes(site) && now.includes(script));
  } catch {
    return false;
  }
}

let asked: Promise<boolean> | null = null;

/** Does work again after it failed; where the site was replaced, loads the page again instead. */
export async function tryAgain(work: () => void): Promise<void> {
  asked ??= isReplaced().finally(() => {
    asked = null;
  });
  if (await asked) location.reload();
  else work();
}

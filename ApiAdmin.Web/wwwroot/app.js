// Everything the browser does for itself. A file of its own, because the content security policy allows no inline script.
(() => {
  const root = document.documentElement;

  const dark = () => root.dataset.theme
    ? root.dataset.theme === 'dark'
    : matchMedia('(prefers-color-scheme: dark)').matches;

  function keep(name, value) {
    const secure = location.protocol === 'https:' ? '; Secure' : '';
    document.cookie = `${name}=${value}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
  }

  function toggleTheme() {
    root.dataset.theme = dark() ? 'light' : 'dark';
    keep('theme', root.dataset.theme);
  }

  // A circuit has one language for its life, so the page comes anew.
  function chooseLanguage(button) {
    const language = button.dataset.language;
    keep('.AspNetCore.Culture', encodeURIComponent(`c=${language}|uic=${language}`));
    location.reload();
  }

  // The page tells times in the zone that this cookie names. A page asked for before it was there, or before a journey, comes anew.
  function tellZone() {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone ?? '';
    const known = () => document.cookie.split('; ').includes(`zone=${zone}`);
    if (!/^[A-Za-z0-9/_+-]{1,64}$/.test(zone) || known()) return;
    keep('zone', zone);
    if (known() && document.querySelector('script[src*="blazor.web"]')) location.reload();
  }

  tellZone();

  async function reconnect() {
    const same = await Blazor.reconnect();
    if (!same) location.reload();
  }

  const actions = { theme: toggleTheme, language: chooseLanguage, reload: () => location.reload(), reconnect };

  // Asked by what stands on the page, so that there is no moment in which something is unsaved and nothing guards it.
  addEventListener('beforeunload', event => {
    if (document.querySelector('[data-unsaved]')) event.preventDefault();
  });

  document.addEventListener('click', event => {
    const button = event.target.closest?.('[data-action]');
    const action = button?.dataset.action;
    if (action in actions) actions[action](button);
  });
})();

// Everything the browser does for itself. A file of its own, because the content security policy allows no inline script.
(() => {
  const root = document.documentElement;

  const dark = () => root.dataset.theme
    ? root.dataset.theme === 'dark'
    : matchMedia('(prefers-color-scheme: dark)').matches;

  function toggleTheme() {
    root.dataset.theme = dark() ? 'light' : 'dark';
    const secure = location.protocol === 'https:' ? '; Secure' : '';
    document.cookie = `theme=${root.dataset.theme}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
  }

  async function reconnect() {
    const same = await Blazor.reconnect();
    if (!same) location.reload();
  }

  const actions = { theme: toggleTheme, reload: () => location.reload(), reconnect };

  document.addEventListener('click', event => {
    const action = event.target.closest?.('[data-action]')?.dataset.action;
    if (action in actions) actions[action]();
  });
})();

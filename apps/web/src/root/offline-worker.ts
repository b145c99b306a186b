/**
 * A worker that keeps one small page for each language and nothing else, so that a reader without a connection gets a
 * sentence instead of an error, and never an old page. Secret links and the studio go past it. @param version changes
 * with the pages: they are then fetched again.
 */
export function offlineWorker(version: string): string {
  return `const name='offline-${version}',pages=['/en/offline','/fr/offline'];
addEventListener('install',(e)=>e.waitUntil(caches.open(name).then((c)=>c.addAll(pages.map((p)=>new Request(p,{cache:'reload'})))).then(()=>skipWaiting())));
addEventListener('activate',(e)=>e.waitUntil(Promise.all([registration.navigationPreload&&registration.navigationPreload.enable(),caches.keys().then((all)=>Promise.all(all.filter((k)=>k.startsWith('offline-')&&k!==name).map((k)=>caches.delete(k)))),clients.claim()])));
addEventListener('fetch',(e)=>{
const path=new URL(e.request.url).pathname;
if(e.request.mode!=='navigate'||e.request.method!=='GET'||/^\\/(studio|api|i|p|f|m|s|embed)(\\/|$)/.test(path))return;
e.respondWith((async()=>{try{return (await e.preloadResponse)||(await fetch(e.request))}catch(problem){
const page=await caches.match(path.startsWith('/fr')?pages[1]:pages[0]);
if(page)return page;
throw problem}})());
});
`;
}

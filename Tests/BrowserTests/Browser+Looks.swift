extension Browser {
  /// Looks at every figure as it is shown: whether it is drawn, whether anything lies outside it, which words lie on
  /// others, how large its words are, and whether a line crosses a word.
  static let figures = script(
    """
    const shown=figure=>[...figure.querySelectorAll('svg')].find(s=>s.getBoundingClientRect().width>0);
    const figures=[...document.querySelectorAll('figure')].map(figure=>{
      const svg=shown(figure), box=svg.getBoundingClientRect(), scale=box.width/svg.viewBox.baseVal.width;
      const shapes=[...svg.querySelectorAll('rect,circle,path,line')];
      const visible=shapes.filter(s=>{const b=s.getBoundingClientRect();const c=getComputedStyle(s);
        return (b.width>0||b.height>0)&&(c.fill!=='none'||c.stroke!=='none')});
      const texts=[...svg.querySelectorAll('text')].map(t=>({words:t.textContent,box:t.getBoundingClientRect(),
        size:parseFloat(getComputedStyle(t).fontSize)*scale}));
      const outside=texts.filter(t=>t.box.left<box.left-2||t.box.right>box.right+2||t.box.top<box.top-2
        ||t.box.bottom>box.bottom+2).map(t=>t.words);
      const overlaps=[];
      texts.forEach((a,i)=>texts.slice(i+1).forEach(b=>{
        const w=Math.min(a.box.right,b.box.right)-Math.max(a.box.left,b.box.left);
        const h=Math.min(a.box.bottom,b.box.bottom)-Math.max(a.box.top,b.box.top);
        if(w>2&&h>5)overlaps.push(a.words+' | '+b.words)}));
      return {id:figure.id,width:box.width,height:box.height,shapes:shapes.length,visible:visible.length,
        isSlim:svg.classList.contains('slim'),smallest:Math.min(...texts.map(t=>t.size)),
        texts:texts.length,outside,overlaps,title:!!svg.querySelector('title[id]'),
        description:(svg.querySelector('desc')||{}).textContent||'',heading:(figure.querySelector('h3')||{}).textContent||'',
        table:figure.querySelectorAll('table tbody tr').length}});
    document.querySelectorAll('details').forEach(d=>d.open=true);
    const small=[...document.querySelectorAll('body *')].filter(e=>!e.closest('svg')&&!e.closest('.unseen')
      &&[...e.childNodes].some(n=>n.nodeType===3&&n.textContent.trim())&&parseFloat(getComputedStyle(e).fontSize)<12)
      .map(e=>e.tagName+': '+e.textContent.slice(0,40));
    const sticky=[...document.querySelectorAll('.scroll tbody th')].map(e=>getComputedStyle(e).position);
    return {figures,small:small.slice(0,9),sticky:[...new Set(sticky)],page:document.documentElement.scrollWidth,
      window:innerWidth,paper:getComputedStyle(document.documentElement).backgroundColor};
    """)

  /// Walks through everything that the keyboard reaches, and looks whether it shows that it has the focus.
  static let focus = script(
    """
    const stops=[...document.querySelectorAll('a[href],summary,[tabindex="0"]')]
      .filter(e=>!e.closest('details:not([open])')||e.tagName==='SUMMARY');
    const dark=[];
    for(const e of stops){e.focus({focusVisible:true});await new Promise(done=>setTimeout(done,0));
      if(document.activeElement!==e)dark.push('not reached: '+e.outerHTML.slice(0,80));
      else{const c=getComputedStyle(e);const box=e.getBoundingClientRect();
        if(c.outlineStyle==='none'||parseFloat(c.outlineWidth)<2||box.width===0)dark.push(e.outerHTML.slice(0,80))}}
    return {stops:stops.length,dark:dark.slice(0,5),first:stops[0]?stops[0].className:''};
    """)
}

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Advice</name>
    <message>
        <source>What was filed and what was read differ, but the reading is not sure. Compare with your own eyes.</source>
        <translation>填报与识别结果不同，但识别不确定。请人工比对。</translation>
    </message>
    <message>
        <source>What was filed is not what the paper says. Correct the order or take the right paper.</source>
        <translation>填报内容与证件不符。请更正订单或更换证件。</translation>
    </message>
    <message>
        <source>The paper has expired. A valid one is needed.</source>
        <translation>证件已过期。请提供有效证件。</translation>
    </message>
    <message>
        <source>The paper expires soon. Ask whether a new one is there already.</source>
        <translation>证件即将到期。请询问是否已有新证件。</translation>
    </message>
    <message>
        <source>The number filed is not the one on the paper. Correct the order or take the right paper.</source>
        <translation>填报号码与证件号码不符。请更正订单或更换证件。</translation>
    </message>
    <message>
        <source>The QR code carries another number than the licence shows. Look at the original closely.</source>
        <translation>二维码中的号码与执照不符。请仔细查看原件。</translation>
    </message>
    <message>
        <source>The person responsible is not the legal representative. Take the letter of authorisation.</source>
        <translation>负责人不是法定代表人。请留存授权书。</translation>
    </message>
    <message>
        <source>In this province the person responsible must be the legal representative. Correct the order.</source>
        <translation>本省要求负责人为法定代表人。请更正订单。</translation>
    </message>
    <message>
        <source>This could not be read. Compare it with your own eyes.</source>
        <translation>未能识别。请人工比对。</translation>
    </message>
    <message>
        <source>It is there already and was not replaced. Use the existing one.</source>
        <translation>内容已存在，未被替换。请使用已有内容。</translation>
    </message>
    <message>
        <source>Somebody else is using it just now. Try again in a moment.</source>
        <translation>正被占用。请稍后重试。</translation>
    </message>
    <message>
        <source>A setting is missing or wrong. Tell the administrator.</source>
        <translation>设置缺失或有误。请联系管理员。</translation>
    </message>
    <message>
        <source>The session is in a state that does not permit this. Open it again and look.</source>
        <translation>当前状态不允许此操作。请重新打开后查看。</translation>
    </message>
    <message>
        <source>Stored data is damaged. Nothing was deleted; tell the administrator.</source>
        <translation>存储的数据已损坏。未删除任何内容，请联系管理员。</translation>
    </message>
    <message>
        <source>You may not do this. Ask a colleague who may.</source>
        <translation>您没有此权限。请联系有权限的同事。</translation>
    </message>
    <message>
        <source>The camera gives no picture any more. Check its plug; it comes back by itself.</source>
        <translation>摄像头已无画面。请检查接线，恢复后会自动继续。</translation>
    </message>
    <message>
        <source>The program made a mistake. What was saved is safe; try again.</source>
        <translation>程序出错。已保存的内容不受影响，请重试。</translation>
    </message>
    <message>
        <source>That is not permitted here. Check the entry and try again.</source>
        <translation>此内容不符合要求。请检查后重试。</translation>
    </message>
    <message>
        <source>What was asked for does not exist. Choose again.</source>
        <translation>所需内容不存在。请重新选择。</translation>
    </message>
    <message>
        <source>The other side answered in a way that is not understood. Try again; tell the administrator if it stays.</source>
        <translation>对方的响应无法识别。请重试；如仍出现请联系管理员。</translation>
    </message>
    <message>
        <source>A file could not be written or read. Try again; tell the administrator if it stays.</source>
        <translation>文件读写失败。请重试；如仍出现请联系管理员。</translation>
    </message>
    <message>
        <source>The disk is full. Make room; what was saved is safe.</source>
        <translation>磁盘已满。请清理空间；已保存的内容不受影响。</translation>
    </message>
    <message>
        <source>There was no answer in time. Try again.</source>
        <translation>未及时得到响应。请重试。</translation>
    </message>
    <message>
        <source>The file is too large. Choose a smaller one.</source>
        <translation>文件过大。请选择较小的文件。</translation>
    </message>
    <message>
        <source>There is no connection. Check the network or the plug, then try again.</source>
        <translation>无法连接。请检查网络或接线后重试。</translation>
    </message>
    <message>
        <source>The file cannot be read as what it should be. Choose another file.</source>
        <translation>文件无法识别。请选择其他文件。</translation>
    </message>
    <message>
        <source>The picture is saved but could not be checked. Look at it with your own eyes.</source>
        <translation>图片已保存，但未能自动检查。请人工查看。</translation>
    </message>
    <message>
        <source>This form belongs to another session. Take the right form.</source>
        <translation>此核验单属于其他核验。请更换核验单。</translation>
    </message>
    <message>
        <source>This form belongs to another website. Take the right form.</source>
        <translation>此核验单属于其他网站。请更换核验单。</translation>
    </message>
    <message>
        <source>Data changed after this form was printed. Print it again and have it signed again.</source>
        <translation>打印后资料已更改。请重新打印并签字。</translation>
    </message>
    <message>
        <source>The code on the form could not be read. Lay it flat, all borders in view, and take it again.</source>
        <translation>核验单上的代码无法识别。请放平、四边完整后重拍。</translation>
    </message>
    <message>
        <source>A border is cut off. Move the paper into the middle.</source>
        <translation>边缘不完整。请移到画面中央。</translation>
    </message>
    <message>
        <source>The paper is too small in the picture. Bring it closer.</source>
        <translation>证件在画面中过小。请靠近一些。</translation>
    </message>
    <message>
        <source>Hold still for a moment.</source>
        <translation>请保持不动。</translation>
    </message>
    <message>
        <source>No paper is seen. Lay it on the dark ground under the camera.</source>
        <translation>未看到证件。请放在镜头下的深色底板上。</translation>
    </message>
    <message>
        <source>No printer is set up. Save the form as a PDF with Ctrl+S and print it elsewhere.</source>
        <translation>未设置打印机。请按 Ctrl+S 保存 PDF 后在别处打印。</translation>
    </message>
    <message>
        <source>The approval paper is missing. Take the original.</source>
        <translation>缺少前置审批文件。请拍摄原件。</translation>
    </message>
    <message>
        <source>The signed form is missing. Print it, have it signed and take it.</source>
        <translation>缺少签字核验单。请打印、签字后拍摄。</translation>
    </message>
    <message>
        <source>The emblem side of the ID card is missing. Take it.</source>
        <translation>缺少身份证国徽面。请拍摄。</translation>
    </message>
    <message>
        <source>The portrait side of the ID card is missing. Take it.</source>
        <translation>缺少身份证人像面。请拍摄。</translation>
    </message>
    <message>
        <source>The letter is missing. Take the original.</source>
        <translation>缺少授权书。请拍摄原件。</translation>
    </message>
    <message>
        <source>The licence is missing. Take the original.</source>
        <translation>缺少营业执照。请拍摄原件。</translation>
    </message>
    <message>
        <source>A paper is missing. Take the original.</source>
        <translation>缺少材料。请拍摄原件。</translation>
    </message>
    <message>
        <source>The photo is missing. Take it before the backdrop.</source>
        <translation>缺少现场照片。请在幕布前拍摄。</translation>
    </message>
    <message>
        <source>The form has not been printed. Print it.</source>
        <translation>核验单尚未打印。请打印。</translation>
    </message>
    <message>
        <source>The picture is saved but not yet checked. Open the session again.</source>
        <translation>图片已保存，尚未检查。请重新打开该核验。</translation>
    </message>
    <message>
        <source>The applicant may go home.</source>
        <translation>申请人可以离开。</translation>
    </message>
    <message>
        <source>The applicant may not go home yet. See what is open.</source>
        <translation>申请人暂不能离开。请查看未完成项。</translation>
    </message>
    <message>
        <source>This is not a domain name. Enter it without http:// and without a path.</source>
        <translation>这不是有效的域名。请只填写域名本身，不带 http:// 和路径。</translation>
    </message>
    <message>
        <source>This domain is filed already. Ask the operator whether to add an access instead.</source>
        <translation>该域名已备案。请与主办者确认是否应办理新增接入。</translation>
    </message>
    <message>
        <source>This is not a valid IPv4 address. Enter four numbers from 0 to 255 separated by dots.</source>
        <translation>IP 地址无效。请填写以点分隔的四段 0–255 的数字。</translation>
    </message>
    <message>
        <source>The emergency number is neither a mobile nor a landline number. Correct it.</source>
        <translation>应急联系电话既不是手机号码也不是座机号码。请更正。</translation>
    </message>
    <message>
        <source>The e-mail address is missing or wrong. Correct it.</source>
        <translation>电子邮箱缺失或格式不正确。请更正。</translation>
    </message>
    <message>
        <source>The office number has to look like 0571-12345678. Correct it.</source>
        <translation>办公电话格式应为 0571-12345678。请更正。</translation>
    </message>
    <message>
        <source>The mobile number is missing or wrong: eleven digits beginning with 13 to 19. Correct it.</source>
        <translation>手机号码缺失或不正确：应为 13–19 开头的 11 位数字。请更正。</translation>
    </message>
    <message>
        <source>A QQ account has at least five digits. Correct or clear it.</source>
        <translation>QQ 号码至少为五位数字。请更正或清空。</translation>
    </message>
    <message>
        <source>Nature code %1 is unknown. Choose one from the list.</source>
        <translation>单位性质代码 %1 不存在。请从列表中选择。</translation>
    </message>
    <message>
        <source>The citizen number is wrong: its check character does not fit. Compare it with the card.</source>
        <translation>公民身份号码校验不通过。请与身份证核对。</translation>
    </message>
    <message>
        <source>Region code %1 does not fit. Choose province, city and county from the list.</source>
        <translation>省市县代码 %1 不正确。请从列表中重新选择省、市、县。</translation>
    </message>
    <message>
        <source>The home page is not a valid address. Enter it as www.example.cn.</source>
        <translation>首页网址格式不正确。请按 www.example.cn 的形式填写。</translation>
    </message>
    <message>
        <source>This domain occurs twice in the order. Remove one of them.</source>
        <translation>该域名在订单中重复。请删除其中一个。</translation>
    </message>
    <message>
        <source>This address range overlaps another one of the same website. Correct one of them.</source>
        <translation>该 IP 段与同一网站的另一 IP 段重叠。请更正其中一个。</translation>
    </message>
    <message>
        <source>The home page is not under any domain of this website. Correct the home page or the domain.</source>
        <translation>首页网址不包含该网站所报的任一域名。请更正首页网址或域名。</translation>
    </message>
    <message>
        <source>The address lies in another province than the one the filing goes to. Correct one of them.</source>
        <translation>通信地址所在省与备案省份不一致。请更正其中之一。</translation>
    </message>
    <message>
        <source>The address is not within the provider&apos;s own ranges. Check the access data.</source>
        <translation>该 IP 不在本接入商的 IP 范围内。请核对接入信息。</translation>
    </message>
    <message>
        <source>This domain is on the blacklist. Do not accept the order.</source>
        <translation>该域名在黑名单中。请勿受理此订单。</translation>
    </message>
    <message>
        <source>This subject is on the blacklist. Do not accept the order.</source>
        <translation>该主体在黑名单中。请勿受理此订单。</translation>
    </message>
    <message>
        <source>The value breaks a limit of the authority&apos;s interface. Shorten or correct it.</source>
        <translation>该内容超出管局接口的限制。请缩短或更正。</translation>
    </message>
    <message>
        <source>The text holds an invisible control character. Type it again.</source>
        <translation>内容含有不可见的控制字符。请重新输入。</translation>
    </message>
    <message>
        <source>The website has no access. Add one.</source>
        <translation>该网站没有接入信息。请添加。</translation>
    </message>
    <message>
        <source>The address does not go down to the door number. Complete it.</source>
        <translation>通信地址未详细到门牌号。请补充完整。</translation>
    </message>
    <message>
        <source>The person is younger than %1. Another person has to be named.</source>
        <translation>负责人未满 %1 周岁。请更换负责人。</translation>
    </message>
    <message>
        <source>This certificate is unusual for this kind of unit. Compare it with the original.</source>
        <translation>该证件类型与单位性质通常不对应。请与原件核对。</translation>
    </message>
    <message>
        <source>The number does not fit this kind of certificate. Compare it with the original.</source>
        <translation>证件号码与证件类型不符。请与原件核对。</translation>
    </message>
    <message>
        <source>A unit needs a unit&apos;s certificate, a person a personal one. Choose another type.</source>
        <translation>单位须使用单位证件，个人须使用个人证件。请更改证件类型。</translation>
    </message>
    <message>
        <source>Certificate type %1 is unknown. Choose one from the list.</source>
        <translation>证件类型代码 %1 不存在。请从列表中选择。</translation>
    </message>
    <message>
        <source>Code %1 is unknown. Choose one from the list.</source>
        <translation>代码 %1 不存在。请从列表中选择。</translation>
    </message>
    <message>
        <source>Nothing is chosen. Choose at least one.</source>
        <translation>尚未选择。请至少选择一项。</translation>
    </message>
    <message>
        <source>The county does not seem to belong to this city. Check both.</source>
        <translation>该区县似乎不属于所选城市。请核对。</translation>
    </message>
    <message>
        <source>The unified social credit code is wrong: its check character does not fit. Compare it with the licence.</source>
        <translation>统一社会信用代码校验不通过。请与营业执照核对。</translation>
    </message>
    <message>
        <source>The order has %1 domains; the province accepts %2. Split the order.</source>
        <translation>订单含 %1 个域名，该省每单最多 %2 个。请拆分订单。</translation>
    </message>
    <message>
        <source>The website has no domain. Add one.</source>
        <translation>该网站没有域名。请添加。</translation>
    </message>
    <message>
        <source>A website has one domain since 2019. Make a website of its own for each further domain.</source>
        <translation>自 2019 年起一个网站对应一个域名。请为其他域名分别建立网站。</translation>
    </message>
    <message>
        <source>A domain is filed without &quot;www.&quot;. Remove it.</source>
        <translation>备案域名不带“www.”。请删除。</translation>
    </message>
    <message>
        <source>The emergency number is the mobile number again. Enter another one.</source>
        <translation>应急联系电话与手机号码相同。请填写另一个号码。</translation>
    </message>
    <message>
        <source>The certificate expired on %1. Ask for a valid one.</source>
        <translation>证件已于 %1 到期。请提供有效证件。</translation>
    </message>
    <message>
        <source>The certificate expires on %1, in less than %2 months. Ask for a renewed one.</source>
        <translation>证件将于 %1 到期，剩余不足 %2 个月。请提供换领后的证件。</translation>
    </message>
    <message>
        <source>Character %1 cannot be sent to the authority. Ask the bureau how to write it.</source>
        <translation>第 %1 个字无法报送管局系统。请向管局咨询其写法。</translation>
    </message>
    <message>
        <source>An individual files for himself: name and number of subject and person have to agree. Correct them.</source>
        <translation>个人备案的主体与负责人须为同一人。请更正姓名和证件号码。</translation>
    </message>
    <message>
        <source>The access has no IP address. Add one.</source>
        <translation>该接入没有 IP 地址。请添加。</translation>
    </message>
    <message>
        <source>The range ends before it begins. Swap the addresses.</source>
        <translation>IP 段的终止地址小于起始地址。请更正。</translation>
    </message>
    <message>
        <source>The address is private or reserved. Enter the public one.</source>
        <translation>该 IP 为内网或保留地址。请填写公网地址。</translation>
    </message>
    <message>
        <source>The province wants a local identity card. Check the card&apos;s region.</source>
        <translation>该省要求个人持本地身份证。请核对身份证归属地。</translation>
    </message>
    <message>
        <source>This field is empty. Fill it in.</source>
        <translation>此项为空。请填写。</translation>
    </message>
    <message>
        <source>The name sounds like a company&apos;s; an individual&apos;s website should not. Choose another.</source>
        <translation>个人网站名称不宜类似单位名称。请更换名称。</translation>
    </message>
    <message>
        <source>A domain is no website name. Choose another.</source>
        <translation>网站名称不能是域名。请更换名称。</translation>
    </message>
    <message>
        <source>The name is only Latin letters or digits. Choose one with Chinese characters.</source>
        <translation>网站名称不能仅由字母或数字组成。请使用含汉字的名称。</translation>
    </message>
    <message>
        <source>The name contains the person&apos;s own name. Choose another.</source>
        <translation>个人网站名称不宜含本人姓名。请更换名称。</translation>
    </message>
    <message>
        <source>The name contains a place; an individual&apos;s website should not. Choose another.</source>
        <translation>个人网站名称不宜含地名。请更换名称。</translation>
    </message>
    <message>
        <source>The name is shorter than three characters. Choose a longer one.</source>
        <translation>网站名称少于三个字。请使用更长的名称。</translation>
    </message>
    <message>
        <source>The name contains special characters. Remove them.</source>
        <translation>网站名称含特殊符号。请删除。</translation>
    </message>
    <message>
        <source>The name begins like a state body&apos;s. Choose another.</source>
        <translation>网站名称以国家机关类字样开头。请更换名称。</translation>
    </message>
    <message>
        <source>The number holds blanks, hyphens or small letters and would be sent so. Type it as printed.</source>
        <translation>证件号码含空格、短横或小写字母，会原样报送。请按证件重新输入。</translation>
    </message>
    <message>
        <source>A unit needs an office number. Fill it in.</source>
        <translation>单位须填写办公电话。请补充。</translation>
    </message>
    <message>
        <source>Order %1 is open for the same subject. Finish that one first.</source>
        <translation>该主体已有在办订单 %1。请先完成该订单。</translation>
    </message>
    <message>
        <source>The organisation code is wrong: its check character does not fit. Compare it with the certificate.</source>
        <translation>组织机构代码校验不通过。请与证书核对。</translation>
    </message>
    <message>
        <source>The passport number looks unusual. Compare it with the passport.</source>
        <translation>护照号码格式不常见。请与护照核对。</translation>
    </message>
    <message>
        <source>The record number should look like 浙ICP备12345678号-1. Compare it.</source>
        <translation>备案号格式应如“浙ICP备12345678号-1”。请核对。</translation>
    </message>
    <message>
        <source>The old registration number is wrong: its check digit does not fit. Ask for the credit code.</source>
        <translation>旧注册号校验不通过。请提供统一社会信用代码。</translation>
    </message>
    <message>
        <source>This is an old registration number. Ask for the unified social credit code.</source>
        <translation>这是旧营业执照注册号。请提供统一社会信用代码。</translation>
    </message>
    <message>
        <source>In this province the responsible person may be another than the legal representative, with an authorisation letter.</source>
        <translation>该省主体负责人可非法定代表人，但须提供授权书。</translation>
    </message>
    <message>
        <source>In this province the responsible person has to be the legal representative. Compare with the licence.</source>
        <translation>该省要求主体负责人为法定代表人。请与营业执照核对。</translation>
    </message>
    <message>
        <source>The identity card is from elsewhere: ask for a local residence permit.</source>
        <translation>身份证为外地证件：请提供本地居住证。</translation>
    </message>
    <message>
        <source>Another person in this order has this e-mail address. Each person needs an own one.</source>
        <translation>订单中另一负责人使用了该邮箱。不同负责人须使用不同邮箱。</translation>
    </message>
    <message>
        <source>Another person in this order has this mobile number. Each person needs an own one.</source>
        <translation>订单中另一负责人使用了该手机号码。不同负责人须使用不同号码。</translation>
    </message>
    <message>
        <source>In this province the website&apos;s person needs an authorisation letter. Ask for it.</source>
        <translation>该省网站负责人非法定代表人时须提供授权书。请收取。</translation>
    </message>
    <message>
        <source>The same certificate number stands with two names. Compare them with the card.</source>
        <translation>同一证件号码对应两个姓名。请与证件核对。</translation>
    </message>
    <message>
        <source>The computer&apos;s clock jumped ahead, or the computer slept. Check date and time.</source>
        <translation>电脑时钟向前跳过，或电脑休眠过。请核对日期和时间。</translation>
    </message>
    <message>
        <source>The computer&apos;s clock was set back. Check date and time.</source>
        <translation>电脑时钟被向后调过。请核对日期和时间。</translation>
    </message>
    <message>
        <source>Another window or program is using this store. Close it, then try again.</source>
        <translation>另一个窗口或程序正在使用本机数据。请先关闭它，再重试。</translation>
    </message>
    <message>
        <source>This session was changed elsewhere. Open it again, then repeat the step.</source>
        <translation>该核验已在别处更改。请重新打开后再操作一次。</translation>
    </message>
    <message>
        <source>The audit log does not fit together. Leave everything as it is and call the administrator.</source>
        <translation>审计日志不连续。请保持现状并立即联系管理员。</translation>
    </message>
    <message>
        <source>A saved picture is damaged on the disk and is not shown. Take it again, or have the administrator restore a backup.</source>
        <translation>有一张已保存的图片在磁盘上损坏，已停止显示。请重新拍摄，或请管理员从备份恢复。</translation>
    </message>
    <message>
        <source>A saved picture is missing on the disk. Take it again, or have the administrator restore a backup.</source>
        <translation>有一张已保存的图片在磁盘上丢失。请重新拍摄，或请管理员从备份恢复。</translation>
    </message>
    <message>
        <source>The database file is damaged. Leave everything as it is and call the administrator to restore a backup.</source>
        <translation>数据库文件已损坏。请保持现状，并请管理员从备份恢复。</translation>
    </message>
    <message>
        <source>A record was altered or damaged and is not used. Call the administrator to restore a backup.</source>
        <translation>有一条记录被改动或损坏，已停止使用。请管理员从备份恢复。</translation>
    </message>
    <message>
        <source>The data folder lies on a FAT drive (such as a USB stick). Choose a folder on this computer&apos;s own disk.</source>
        <translation>数据文件夹位于 FAT 格式的磁盘（如U盘）上。请改用本机硬盘上的文件夹。</translation>
    </message>
    <message>
        <source>This folder holds another program&apos;s database. Choose another data folder.</source>
        <translation>该文件夹中是其他程序的数据库。请更换数据文件夹。</translation>
    </message>
    <message>
        <source>The disk is full; this picture is NOT saved. Free some space, then press Save again: the picture is still here.</source>
        <translation>磁盘已满，这张图片尚未保存。请清理磁盘后再按“保存”，图片仍在当前界面中。</translation>
    </message>
    <message>
        <source>The data folder lies on a network drive. Choose a folder on this computer&apos;s own disk.</source>
        <translation>数据文件夹位于网络驱动器上。请改用本机硬盘上的文件夹。</translation>
    </message>
    <message>
        <source>A newer version of this program wrote these data. Install the newer version.</source>
        <translation>这些数据由更新版本的程序写入。请安装新版本后再打开。</translation>
    </message>
    <message>
        <source>The database cannot be read. Do not delete anything; call the administrator to restore a backup.</source>
        <translation>数据库无法读取。请勿删除任何文件，并请管理员用备份恢复。</translation>
    </message>
    <message>
        <source>The disk refused to save; this picture is NOT saved. Press Save again; if it fails again, call the administrator.</source>
        <translation>磁盘写入失败，这张图片尚未保存。请再按一次“保存”；若仍失败，请联系管理员。</translation>
    </message>
    <message>
        <source>The kept dossier is damaged or missing and is not sent. Keep the computer as it is and call the administrator.</source>
        <translation>本机保存的资料包已损坏或缺失，未发送。请保持现状并联系管理员。</translation>
    </message>
    <message>
        <source>The server filed other content under this dossier&apos;s number. Do not repeat it; ask the provider to compare.</source>
        <translation>服务器以同一编号归档了其他内容。请勿重复发送，请联系接入商核对。</translation>
    </message>
    <message>
        <source>The server refuses this dossier. Read its reason, correct the session, and send it again.</source>
        <translation>服务器拒收此资料包。请查看原因，更正后重新发送。</translation>
    </message>
    <message>
        <source>Everything has arrived, but the server has not filed it yet. The receipt is asked for again by itself.</source>
        <translation>数据已全部送达，但服务器尚未归档。系统会自动再次索取回执。</translation>
    </message>
    <message>
        <source>Something else than the provider&apos;s server answered, perhaps a network sign-in page. Sign in to the network, or ask the administrator for the server&apos;s address.</source>
        <translation>应答的不是接入商服务器，可能是网络登录页面。请先登录网络，或向管理员核实服务器地址。</translation>
    </message>
    <message>
        <source>The provider&apos;s server is busy. It is tried again by itself.</source>
        <translation>接入商服务器繁忙。系统会自动重试。</translation>
    </message>
    <message>
        <source>The provider&apos;s server is not reached. It is tried again by itself; check the network if this lasts.</source>
        <translation>连不上接入商服务器。系统会自动重试；若长时间如此，请检查网络。</translation>
    </message>
    <message>
        <source>The provider&apos;s server does not answer. It is tried again by itself; check the network if this lasts.</source>
        <translation>接入商服务器没有应答。系统会自动重试；若长时间如此，请检查网络。</translation>
    </message>
    <message>
        <source>The receipt is not signed with the key set here and is not believed. Ask the administrator to compare the receipt key with the provider&apos;s.</source>
        <translation>回执签名与本机设置的公钥不符，不予采信。请管理员与接入商核对回执公钥。</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted here. Nothing was sent; ask the administrator to check the certificate file.</source>
        <translation>服务器证书不受信任。未发送任何数据，请管理员检查证书文件。</translation>
    </message>
    <message>
        <source>The server does not admit this counter. Ask the administrator to renew the access token.</source>
        <translation>服务器拒绝本柜台访问。请管理员更新访问令牌。</translation>
    </message>
    <message>
        <source>The counter&apos;s own disk did not take the journal. Nothing more is sent; free space or check the disk, then send again.</source>
        <translation>本机磁盘无法写入传输记录。已停止发送；请清理空间或检查磁盘后重新发送。</translation>
    </message>
    <message>
        <source>The camera stopped sending pictures. Press Restart camera; if that does not help, unplug it and plug it in again.</source>
        <translation>摄像头停止传送画面。请点击“重新启动摄像头”；如无效，请拔下后重新插入。</translation>
    </message>
    <message>
        <source>The camera cannot be started. Close other programs that use it, then press Restart camera.</source>
        <translation>无法启动摄像头。请关闭占用它的其他程序，然后点击“重新启动摄像头”。</translation>
    </message>
    <message>
        <source>The camera was unplugged. Plug it in again, then press Restart camera.</source>
        <translation>摄像头已断开。请重新插好，然后点击“重新启动摄像头”。</translation>
    </message>
    <message>
        <source>No camera found. Plug one in.</source>
        <translation>未找到摄像头。请接入摄像头。</translation>
    </message>
    <message>
        <source>Simulated camera: pictures from it are for demonstration only.</source>
        <translation>模拟摄像头：画面仅供演示。</translation>
    </message>
    <message>
        <source>The camera is starting.</source>
        <translation>摄像头正在启动。</translation>
    </message>
    <message>
        <source>The picture is animated. Choose a still picture.</source>
        <translation>这是动态图片。请选择静态图片。</translation>
    </message>
    <message>
        <source>The picture is damaged. Copy it again from the camera, or take it anew.</source>
        <translation>图片已损坏。请从相机重新复制，或重新拍摄。</translation>
    </message>
    <message>
        <source>The program&apos;s picture decoder cannot be started. Restart the program; if it happens again, have it installed anew.</source>
        <translation>无法启动图片解码程序。请重启本程序；如仍出现，请重新安装。</translation>
    </message>
    <message>
        <source>This file is of a kind that is not taken. Save the picture as JPEG or PNG and choose it again.</source>
        <translation>不支持此文件类型。请将图片另存为 JPEG 或 PNG 后重新选择。</translation>
    </message>
    <message>
        <source>The file is not there any more. Choose it again.</source>
        <translation>文件已不存在。请重新选择。</translation>
    </message>
    <message>
        <source>The file could not be read. Check the card or stick and choose it again.</source>
        <translation>无法读取文件。请检查存储卡或 U 盘后重新选择。</translation>
    </message>
    <message>
        <source>Opening the picture took too long. Choose another copy of it, or take it anew.</source>
        <translation>打开图片超时。请换用另一份图片，或重新拍摄。</translation>
    </message>
    <message>
        <source>The picture is too large (30 MB, 50 megapixels, 12,000 pixels a side at most). Save it smaller and choose it again.</source>
        <translation>图片过大（最大 30 MB、5000 万像素、单边 12000 像素）。请缩小后重新选择。</translation>
    </message>
    <message>
        <source>This file is not a complete JPEG or PNG picture. Save the picture again as JPEG, or take it anew.</source>
        <translation>此文件不是完整的 JPEG 或 PNG 图片。请重新另存为 JPEG，或重新拍摄。</translation>
    </message>
    <message>
        <source>The picture cannot be made small enough to stay legible. Take it anew, closer and with less around it.</source>
        <translation>图片无法压缩到规定大小而保持清晰。请靠近并减少周围画面后重新拍摄。</translation>
    </message>
    <message>
        <source>The birth date printed does not match the ID number. Compare both with the original.</source>
        <translation>出生日期与公民身份号码不一致。请与原件核对。</translation>
    </message>
    <message>
        <source>A border of the paper is cut off. Move it so that all four borders are in view.</source>
        <translation>证件边缘被截断。请移动证件，使四边完整入镜。</translation>
    </message>
    <message>
        <source>The picture ends at the paper&apos;s borders. Check that nothing is cut off.</source>
        <translation>画面与证件边缘齐平。请确认四边没有被截断。</translation>
    </message>
    <message>
        <source>The credit code as read does not pass its check. Compare it with the original character by character.</source>
        <translation>读出的统一社会信用代码校验不符。请与原件逐位核对。</translation>
    </message>
    <message>
        <source>The credit code could not be read. Take the picture again or compare it with the original.</source>
        <translation>未能读出统一社会信用代码。请重拍，或与原件核对。</translation>
    </message>
    <message>
        <source>Light is reflected on the paper. Tilt the lamp or the paper and take it again.</source>
        <translation>证件上有反光。请调整灯光或证件角度后重拍。</translation>
    </message>
    <message>
        <source>This is the other side of the ID card. Turn the card over.</source>
        <translation>这是身份证的另一面。请翻面后重拍。</translation>
    </message>
    <message>
        <source>This paper was not recognised. Check that it is the right one and take the picture again.</source>
        <translation>未能识别该证件。请确认证件正确后重新拍摄。</translation>
    </message>
    <message>
        <source>The paper is too blurred to tell what it is. Hold still, refocus and take it again.</source>
        <translation>画面过于模糊，无法判断证件种类。请保持稳定、重新对焦后再拍。</translation>
    </message>
    <message>
        <source>This is not the emblem side of an ID card. Lay down the side with the national emblem.</source>
        <translation>这不是身份证国徽面。请放置身份证国徽面。</translation>
    </message>
    <message>
        <source>This is not the portrait side of an ID card. Lay down the side with the portrait.</source>
        <translation>这不是身份证人像面。请放置身份证人像面。</translation>
    </message>
    <message>
        <source>This is not a certificate of a public institution. Lay down the certificate.</source>
        <translation>这不是事业单位法人证书。请放置事业单位法人证书。</translation>
    </message>
    <message>
        <source>This is not a business licence. Lay down the licence.</source>
        <translation>这不是营业执照。请放置营业执照。</translation>
    </message>
    <message>
        <source>This is not an organisation code certificate. Lay down the certificate.</source>
        <translation>这不是组织机构代码证。请放置组织机构代码证。</translation>
    </message>
    <message>
        <source>This is not a passport. Lay down the page with the photo.</source>
        <translation>这不是护照。请放置护照资料页。</translation>
    </message>
    <message>
        <source>This is not a travel permit. Lay down the permit.</source>
        <translation>这不是通行证。请放置通行证。</translation>
    </message>
    <message>
        <source>The ID number as read does not pass its check. Compare it with the original digit by digit.</source>
        <translation>读出的公民身份号码校验不符。请与原件逐位核对。</translation>
    </message>
    <message>
        <source>The ID number could not be read. Take the picture again or compare it with the original.</source>
        <translation>未能读出公民身份号码。请重拍，或与原件核对。</translation>
    </message>
    <message>
        <source>The QR code names another credit code than the one printed. Check whether the licence is genuine.</source>
        <translation>二维码中的信用代码与照面印刷不一致。请核实执照真伪。</translation>
    </message>
    <message>
        <source>The QR code holds no credit code. Compare the licence with the public register.</source>
        <translation>二维码中没有信用代码。请与公示系统信息核对。</translation>
    </message>
    <message>
        <source>The paper is too small in the picture. Bring the camera closer.</source>
        <translation>证件在画面中过小。请将镜头靠近。</translation>
    </message>
    <message>
        <source>The sex printed does not match the ID number. Compare both with the original.</source>
        <translation>性别与公民身份号码不一致。请与原件核对。</translation>
    </message>
    <message>
        <source>The picture is blurred. Hold still, refocus and take it again.</source>
        <translation>画面模糊。请保持稳定、重新对焦后再拍。</translation>
    </message>
    <message>
        <source>No paper was seen. Lay the paper flat on a plain, darker base and take the picture again.</source>
        <translation>未看到证件。请将证件平放在深色的纯色底面上重新拍摄。</translation>
    </message>
    <message>
        <source>The validity is not one that ID cards have. Compare both dates with the original.</source>
        <translation>有效期限不符合身份证的期限规定。请与原件核对起止日期。</translation>
    </message>
    <message>
        <source>The dossier file itself is damaged. Fetch it again from where it came.</source>
        <translation>资料包文件已损坏。请从来源处重新获取。</translation>
    </message>
    <message>
        <source>A file was changed. Do not use this dossier; fetch it again.</source>
        <translation>文件内容被改动。请勿使用此资料包，重新获取。</translation>
    </message>
    <message>
        <source>The dossier&apos;s list of contents was altered. Do not use it; fetch it again.</source>
        <translation>资料包清单被改动。请勿使用，重新获取。</translation>
    </message>
    <message>
        <source>A listed file is missing. Do not use this dossier; fetch it again.</source>
        <translation>清单所列文件缺失。请勿使用此资料包，重新获取。</translation>
    </message>
    <message>
        <source>The file carries another dossier&apos;s name. Rename it, or fetch the right one.</source>
        <translation>文件名与资料包编号不符。请改名或重新获取。</translation>
    </message>
    <message>
        <source>There is a file that is not listed. Do not use this dossier; fetch it again.</source>
        <translation>存在清单之外的文件。请勿使用此资料包，重新获取。</translation>
    </message>
    <message>
        <source>The face is small in the upload photo. Move closer and take it again.</source>
        <translation>上传照片中人脸偏小。请靠近后重新拍摄。</translation>
    </message>
    <message>
        <source>Small text is hard to read in the upload picture. Compare it, and take a closer picture if it cannot be read.</source>
        <translation>上传图片中的小字不清楚。请核对，看不清时靠近重拍。</translation>
    </message>
    <message>
        <source>The photo is smaller than 800 × 600. Take it again with a higher resolution.</source>
        <translation>照片小于800×600像素。请提高分辨率后重新拍摄。</translation>
    </message>
    <message>
        <source>The picture fits the upload limit only with poor quality. Take it again on a plain background.</source>
        <translation>图片压缩到上传限制后质量较差。请在干净的背景下重新拍摄。</translation>
    </message>
    <message>
        <source>The photo&apos;s capture time is not known, so it carries no time stamp. Take the photo again.</source>
        <translation>照片没有拍摄时间，未能加印时间。请重新拍摄。</translation>
    </message>
    <message>
        <source>The photo of the backdrop is blurred. Take it again or use the artwork.</source>
        <translation>幕布照片模糊。请重拍或使用样图。</translation>
    </message>
    <message>
        <source>Most of the artwork has no contrast. Use stronger tones.</source>
        <translation>样图大部分缺少对比。请加强色调。</translation>
    </message>
    <message>
        <source>The artwork has too little detail to be recognised. Add lettering or a pattern.</source>
        <translation>样图细节过少，难以识别。请增加文字或图案。</translation>
    </message>
    <message>
        <source>Most detail is where the person stands. Put some to the sides and the top.</source>
        <translation>细节多在人物站立处。请在两侧和上方增加图案。</translation>
    </message>
    <message>
        <source>The artwork is small. Use one at least 600 pixels wide.</source>
        <translation>样图过小。请使用宽度不低于600像素的图。</translation>
    </message>
    <message>
        <source>The artwork looks the same in a mirror. Mirrored photos will not be noticed.</source>
        <translation>样图左右对称，无法识别镜像照片。</translation>
    </message>
    <message>
        <source>The live picture could not be judged. Start the camera again.</source>
        <translation>无法分析实时画面。请重新启动摄像头。</translation>
    </message>
    <message>
        <source>Looking at the backdrop. Hold still.</source>
        <translation>正在识别幕布，请稍候。</translation>
    </message>
    <message>
        <source>This check could not be made. Take the photo again or look yourself.</source>
        <translation>此项检查未能完成。请重拍或人工查看。</translation>
    </message>
    <message>
        <source>The background does not have the backdrop&apos;s colour. Move so that only the backdrop is behind the person.</source>
        <translation>幕布颜色不符。请调整位置，使人物身后只有幕布。</translation>
    </message>
    <message>
        <source>The background differs from the provider&apos;s backdrop. Check that the right one hangs and take the photo again.</source>
        <translation>幕布与接入商幕布不一致。请核对所挂幕布后重拍。</translation>
    </message>
    <message>
        <source>Too little of the backdrop is in view. Step back and take the photo again.</source>
        <translation>可见幕布太少。请后退后重拍。</translation>
    </message>
    <message>
        <source>The backdrop appears as in a mirror. Switch mirroring off and take the photo again.</source>
        <translation>幕布左右颠倒。请关闭镜像后重拍。</translation>
    </message>
    <message>
        <source>No backdrop is chosen. Choose this counter&apos;s backdrop in the settings.</source>
        <translation>未选择幕布。请在设置中选择本柜台的幕布。</translation>
    </message>
    <message>
        <source>The provider&apos;s backdrop was not found. Take the photo in front of it.</source>
        <translation>未找到接入商幕布。请在幕布前重新拍照。</translation>
    </message>
    <message>
        <source>This counter checks no backdrop. Look at the background yourself.</source>
        <translation>本柜台不检查幕布。请人工查看幕布。</translation>
    </message>
    <message>
        <source>This is another provider&apos;s backdrop. Hang the right one and take the photo again.</source>
        <translation>这是其他接入商的幕布。请更换正确幕布后重拍。</translation>
    </message>
    <message>
        <source>The clothes have a colour to avoid. Ask for another top.</source>
        <translation>衣服颜色不合要求。请更换上衣。</translation>
    </message>
    <message>
        <source>No face was found to tell where the clothes are. Take the photo again.</source>
        <translation>未找到人脸，无法判断衣着。请重拍。</translation>
    </message>
    <message>
        <source>No backdrop is chosen, so no rule on clothes is known. Look at them yourself.</source>
        <translation>未选择幕布，没有着装规则。请人工查看。</translation>
    </message>
    <message>
        <source>The clothes are not in view. Step back.</source>
        <translation>看不到衣着。请后退。</translation>
    </message>
    <message>
        <source>Person and background differ in grain, as if put together. Use an untouched photo.</source>
        <translation>人物与背景噪点不一致，疑似合成。请使用未修饰的照片。</translation>
    </message>
    <message>
        <source>Without a face it cannot be told whether the photo was put together. Take it again.</source>
        <translation>未找到人脸，无法判断是否合成。请重拍。</translation>
    </message>
    <message>
        <source>The photo shows too little to tell whether it was put together. Look at its outlines yourself.</source>
        <translation>画面信息不足，无法判断是否合成。请人工查看边缘。</translation>
    </message>
    <message>
        <source>The backdrop is far too small: a printed copy. Take the photo in front of the real one.</source>
        <translation>幕布尺寸过小，疑为缩印件。请在真实幕布前拍照。</translation>
    </message>
    <message>
        <source>The backdrop&apos;s size cannot be told without a face. Take the photo again.</source>
        <translation>未找到人脸，无法判断幕布尺寸。请重拍。</translation>
    </message>
    <message>
        <source>The backdrop&apos;s size cannot be told without a motif. Look at it yourself.</source>
        <translation>没有图案，无法判断幕布尺寸。请人工查看。</translation>
    </message>
    <message>
        <source>The backdrop&apos;s width is not in its profile. Enter it to have copies noticed.</source>
        <translation>幕布资料缺少实际宽度。请补充后才能识别缩印件。</translation>
    </message>
    <message>
        <source>The backdrop&apos;s size cannot be told because it was not found. Take the photo again.</source>
        <translation>未找到幕布，无法判断尺寸。请重拍。</translation>
    </message>
    <message>
        <source>The person is too small against the backdrop. Stand in front of it and take the photo again.</source>
        <translation>人物相对幕布过小。请站在幕布前重拍。</translation>
    </message>
    <message>
        <source>The backdrop&apos;s edge or the wall is in view. Move until only the backdrop shows.</source>
        <translation>画面露出幕布边缘或墙面。请调整至仅见幕布。</translation>
    </message>
    <message>
        <source>Too much of the room is in view. Move nearer to the backdrop.</source>
        <translation>画面中房间过多。请靠近幕布。</translation>
    </message>
    <message>
        <source>No backdrop is set whose share could be measured. Look at the background yourself.</source>
        <translation>未设置幕布，无法计算占比。请人工查看幕布。</translation>
    </message>
    <message>
        <source>The backdrop&apos;s share is not known because it was not found. Take the photo again.</source>
        <translation>未找到幕布，无法计算占比。请重拍。</translation>
    </message>
    <message>
        <source>What tells the editions apart is covered. Move the person and take the photo again.</source>
        <translation>区分版本的部分被遮挡。请移动人物后重拍。</translation>
    </message>
    <message>
        <source>The edition cannot be told without a motif. Look at it yourself.</source>
        <translation>没有图案，无法判断幕布版本。请人工查看。</translation>
    </message>
    <message>
        <source>The edition cannot be told because the backdrop was not found. Take the photo again.</source>
        <translation>未找到幕布，无法判断版本。请重拍。</translation>
    </message>
    <message>
        <source>An earlier edition of the backdrop hangs here. Hang the current one.</source>
        <translation>所挂幕布为旧版。请更换为现行版本。</translation>
    </message>
    <message>
        <source>The edition of the backdrop is not certain. Compare it with the artwork.</source>
        <translation>幕布版本不确定。请与样图比对。</translation>
    </message>
    <message>
        <source>No face was found. Look into the camera, bare-headed and in good light.</source>
        <translation>未找到人脸。请免冠正对镜头并保证光线。</translation>
    </message>
    <message>
        <source>More than one person is in view. Only the person in charge may be.</source>
        <translation>画面中不止一人。只能有负责人本人。</translation>
    </message>
    <message>
        <source>The head is turned. Look straight into the camera.</source>
        <translation>头部偏转。请正对镜头。</translation>
    </message>
    <message>
        <source>The eyes were not found. Keep them open and free of hair and reflections.</source>
        <translation>未找到双眼。请睁眼，避免头发遮挡和反光。</translation>
    </message>
    <message>
        <source>No face was found to tell where it looks. Look into the camera.</source>
        <translation>未找到人脸，无法判断朝向。请正对镜头。</translation>
    </message>
    <message>
        <source>The head touches the upper edge. Tilt the camera up.</source>
        <translation>头顶过于靠近上边缘。请上抬摄像头。</translation>
    </message>
    <message>
        <source>The person stands too far left. Take a step to the right of the picture.</source>
        <translation>人物偏左。请向画面右侧移一步。</translation>
    </message>
    <message>
        <source>No face was found, so the head&apos;s place is not known. Look into the camera.</source>
        <translation>未找到人脸，无法判断头部位置。请正对镜头。</translation>
    </message>
    <message>
        <source>The head is not wholly in front of the backdrop. Move the person or raise the backdrop.</source>
        <translation>头部超出幕布范围。请移动人物或升高幕布。</translation>
    </message>
    <message>
        <source>The person stands too far right. Take a step to the left of the picture.</source>
        <translation>人物偏右。请向画面左侧移一步。</translation>
    </message>
    <message>
        <source>A shoulder is cut off. Move to the middle or step back.</source>
        <translation>肩部被截断。请居中或后退。</translation>
    </message>
    <message>
        <source>The person is too far away. Come nearer.</source>
        <translation>人物太远。请靠近。</translation>
    </message>
    <message>
        <source>The person is too near. Step back.</source>
        <translation>人物太近。请后退。</translation>
    </message>
    <message>
        <source>The face is burnt out. Reduce the light or the exposure.</source>
        <translation>面部过曝。请减弱光线或曝光。</translation>
    </message>
    <message>
        <source>The picture is too dark. Switch on more light.</source>
        <translation>画面过暗。请增加照明。</translation>
    </message>
    <message>
        <source>One side of the face is in the dark. Light it from the front.</source>
        <translation>面部一侧过暗。请从正面补光。</translation>
    </message>
    <message>
        <source>The photo is mirrored. Switch mirroring off and take it again.</source>
        <translation>照片左右颠倒。请关闭镜像后重拍。</translation>
    </message>
    <message>
        <source>Mirroring cannot be told without a motif. Look at it yourself.</source>
        <translation>没有图案，无法判断是否镜像。请人工查看。</translation>
    </message>
    <message>
        <source>Mirroring cannot be told because the backdrop was not found. Take the photo again.</source>
        <translation>未找到幕布，无法判断是否镜像。请重拍。</translation>
    </message>
    <message>
        <source>What is in view looks the same in a mirror. Look at the lettering yourself.</source>
        <translation>可见部分左右对称，无法判断镜像。请人工查看文字。</translation>
    </message>
    <message>
        <source>One single photo does not show whether somebody is really there. Take a burst.</source>
        <translation>单张照片无法判断是否真人。请连拍。</translation>
    </message>
    <message>
        <source>Without a face the burst shows no movement. Take it again.</source>
        <translation>未找到人脸，连拍无法判断。请重拍。</translation>
    </message>
    <message>
        <source>No background is beside the head to compare with. Step back and take the burst again.</source>
        <translation>头部两侧没有背景可比。请后退后重新连拍。</translation>
    </message>
    <message>
        <source>Person and background move as one, as in a filmed picture. Make sure that the person stands here.</source>
        <translation>人物与背景同步移动，疑似翻拍。请确认本人在场。</translation>
    </message>
    <message>
        <source>The pictures of the burst are the same. Make sure that the camera shows the person here.</source>
        <translation>连拍画面完全相同。请确认摄像头对着本人。</translation>
    </message>
    <message>
        <source>There is a pattern as of a screen. Make sure that the person stands here.</source>
        <translation>发现类似屏幕的纹路。请确认本人在场。</translation>
    </message>
    <message>
        <source>The photo is too small to notice a screen. Use a larger picture size.</source>
        <translation>照片过小，无法识别屏幕翻拍。请提高分辨率。</translation>
    </message>
    <message>
        <source>The face is not sharp. Hold still, focus and take the photo again.</source>
        <translation>面部不清晰。请保持静止，对焦后重拍。</translation>
    </message>
    <message>
        <source>No face was found to judge its sharpness. Look into the camera.</source>
        <translation>未找到人脸，无法判断清晰度。请正对镜头。</translation>
    </message>
    <message>
        <source>The photo has fewer than 800 by 600 pixels. Set the camera to a larger size.</source>
        <translation>照片不足800×600像素。请提高摄像头分辨率。</translation>
    </message>
    <message>
        <source>The provider&apos;s name cannot be read. Focus and take the photo again.</source>
        <translation>接入商名称不清晰。请对焦后重拍。</translation>
    </message>
    <message>
        <source>The provider&apos;s name is covered or cut. Move the person or the camera.</source>
        <translation>接入商名称被遮挡或截断。请移动人物或摄像头。</translation>
    </message>
    <message>
        <source>The backdrop&apos;s lines of text are not in its profile. Look at the lettering yourself.</source>
        <translation>幕布资料缺少文字行。请人工查看文字。</translation>
    </message>
    <message>
        <source>This backdrop has no lettering to check. Look at it yourself.</source>
        <translation>该幕布没有可检查的文字。请人工查看。</translation>
    </message>
    <message>
        <source>The lettering cannot be judged because the backdrop was not found. Take the photo again.</source>
        <translation>未找到幕布，无法判断文字。请重拍。</translation>
    </message>
    <message>
        <source>The lettering is too small to stay legible. Move nearer.</source>
        <translation>文字过小，缩小后难以辨认。请靠近拍摄。</translation>
    </message>
    <message>
        <source>The head leans. Hold it upright.</source>
        <translation>头部倾斜。请摆正。</translation>
    </message>
    <message>
        <source>The eyes were not found to tell whether the head is upright. Look into the camera.</source>
        <translation>未找到双眼，无法判断是否端正。请正对镜头。</translation>
    </message>
    <message>
        <source>No face was found to tell whether it is upright. Look into the camera.</source>
        <translation>未找到人脸，无法判断是否端正。请正对镜头。</translation>
    </message>
    <message>
        <source>Too little of the motif is in view. Step back or move the person.</source>
        <translation>图案可见部分过少。请后退或移动人物。</translation>
    </message>
    <message>
        <source>This backdrop has no motif whose visible part could be measured. Look at it yourself.</source>
        <translation>该幕布没有图案，无法计算可见部分。请人工查看。</translation>
    </message>
    <message>
        <source>The visible part is not known because the backdrop was not found. Take the photo again.</source>
        <translation>未找到幕布，无法计算可见部分。请重拍。</translation>
    </message>
    <message>
        <source>This result is not made as agreed and is not taken. Everything else was; tell the provider, it is asked for again next time.</source>
        <translation>此结果不符合约定格式，未予接收；其余结果均已接收。请告知接入商，下次会再次获取。</translation>
    </message>
    <message>
        <source>This computer has no such dossier. The result is kept aside; ask the provider which counter it is for.</source>
        <translation>本机没有这份卷宗。结果已另行保存，请向接入商询问属于哪个柜台。</translation>
    </message>
    <message>
        <source>This result is not signed with the key set here and is not believed. Ask the administrator to compare the receipt key with the provider&apos;s.</source>
        <translation>此结果不是用本机设定的密钥签名的，不予采信。请管理员与接入商核对回执密钥。</translation>
    </message>
    <message>
        <source>Its receipt has come another way meanwhile. Nothing is to be done.</source>
        <translation>其回执已通过其他途径到达，无需处理。</translation>
    </message>
    <message>
        <source>It lies on a stick for the provider. It counts as sent when its receipt is imported from there.</source>
        <translation>已写入U盘，待送交接入商。导入回执后才算已发送。</translation>
    </message>
    <message>
        <source>This computer has no such dossier. Import the receipt at the counter it was made at.</source>
        <translation>本机没有此核验包。请到制作该核验包的柜台导入回执。</translation>
    </message>
    <message>
        <source>The files on the stick hold identity papers and are not sealed. Keep the stick locked away and have it wiped when the receipts are imported.</source>
        <translation>U盘中的文件含身份证件且未加密。请妥善锁存U盘，回执导入后请将其清除。</translation>
    </message>
    <message>
        <source>This is no receipt of the dossier as it is kept here. Nothing was changed; ask the provider to compare.</source>
        <translation>这不是本机所存核验包的回执。未作任何更改，请联系接入商核对。</translation>
    </message>
    <message>
        <source>This file is not what a stick from the provider holds, and is not read. Take it off the stick; if you do not know where it comes from, tell the administrator.</source>
        <translation>此文件不属于接入商U盘应有的内容，未予读取。请将其移出U盘；来源不明时请告知管理员。</translation>
    </message>
    <message>
        <source>This session was returned, or has a newer dossier: this one is not sent any more. Approve the session again and send that.</source>
        <translation>该核验已被退回或已有新的核验包，此核验包不再发送。请重新审核通过后发送。</translation>
    </message>
    <message>
        <source>Nose and mouth are covered. Take off the mask, keep the face free.</source>
        <translation>口鼻被遮挡。请摘下口罩，露出整个面部。</translation>
    </message>
    <message>
        <source>Something is worn on the head. Take it off for the photo.</source>
        <translation>头上戴有帽子等物品。拍照时请摘下。</translation>
    </message>
    <message>
        <source>This photo looks like one of another session. Take a new one of the person who is here.</source>
        <translation>这张照片与另一次核验的照片几乎相同。请为在场的本人重新拍摄。</translation>
    </message>
    <message>
        <source>The name on the backdrop is not the provider&apos;s. Hang the right backdrop and take the photo again.</source>
        <translation>幕布上的名称不是本接入商的。请更换正确幕布后重拍。</translation>
    </message>
    <message>
        <source>Nothing is proposed: there are too few pictures, or accepted and returned ones do not differ. Collect at least 75 of each.</source>
        <translation>不提出建议：照片太少，或通过与退回的照片没有差别。请各收集至少75张。</translation>
    </message>
    <message>
        <source>The PDF is damaged. Have it made again, or take the paper.</source>
        <translation>PDF 文件已损坏。请重新制作，或改用纸质材料。</translation>
    </message>
    <message>
        <source>The PDF asks for a password. Take one without, or take the paper.</source>
        <translation>PDF 文件需要密码。请换用无密码的文件，或改用纸质材料。</translation>
    </message>
    <message>
        <source>Somebody else is using the scanner just now. Try again in a moment.</source>
        <translation>扫描仪正被他人使用。请稍后再试。</translation>
    </message>
    <message>
        <source>The scan was stopped. Pages that were complete are kept.</source>
        <translation>扫描已停止。已完成的页面予以保留。</translation>
    </message>
    <message>
        <source>The scanner&apos;s cover is open. Close it and scan again.</source>
        <translation>扫描仪盖板未合上。请合上后重新扫描。</translation>
    </message>
    <message>
        <source>The system does not let you use the scanner. Tell the administrator.</source>
        <translation>系统不允许您使用扫描仪。请联系管理员。</translation>
    </message>
    <message>
        <source>The scanner could not finish. Try again, or take the paper with the camera.</source>
        <translation>扫描仪未能完成扫描。请重试，或用高拍仪拍摄。</translation>
    </message>
    <message>
        <source>The feeder is empty. Lay the papers in and scan again.</source>
        <translation>进纸器中没有纸张。请放入材料后重新扫描。</translation>
    </message>
    <message>
        <source>The scanner stood still for too long and was given up. Switch it off and on, then scan again.</source>
        <translation>扫描仪长时间无响应，已放弃本次扫描。请关闭再打开扫描仪，然后重新扫描。</translation>
    </message>
    <message>
        <source>A paper is stuck in the feeder. Take it out, lay it in again and scan again.</source>
        <translation>进纸器卡纸。请取出纸张，重新放入后再扫描。</translation>
    </message>
    <message>
        <source>The scanner does not answer. Check that it is plugged in and switched on, then scan again.</source>
        <translation>扫描仪没有响应。请检查连线和电源后重新扫描。</translation>
    </message>
    <message>
        <source>No scanner was found. Check that it is plugged in and switched on.</source>
        <translation>没有找到扫描仪。请检查连线和电源。</translation>
    </message>
    <message>
        <source>That is more than a picture may hold. Scan at a lower resolution.</source>
        <translation>超出图片允许的大小。请降低分辨率后扫描。</translation>
    </message>
    <message>
        <source>The program cannot use a scanner on this computer. Take the paper with the camera or from a file.</source>
        <translation>本机上无法使用扫描仪。请用高拍仪拍摄，或从文件导入。</translation>
    </message>
    <message>
        <source>The scanner has no such source or option. Choose another source, or tell the administrator.</source>
        <translation>扫描仪没有所选的进纸方式或选项。请换一种进纸方式，或联系管理员。</translation>
    </message>
    <message>
        <source>The chip reader&apos;s driver gave up. Try again; if it happens again, tell the administrator.</source>
        <translation>读卡器驱动程序异常退出。请重试；若再次出现，请联系管理员。</translation>
    </message>
    <message>
        <source>The chip reader does not answer. Unplug it and plug it in again, then read the card again.</source>
        <translation>读卡器没有响应。请拔下后重新插上，再读卡。</translation>
    </message>
    <message>
        <source>The chip reader&apos;s driver is not where the settings say. Tell the administrator.</source>
        <translation>在设置指定的位置找不到读卡器驱动程序。请联系管理员。</translation>
    </message>
    <message>
        <source>No chip reader is set up. Tell the administrator, or go on without.</source>
        <translation>尚未设置读卡器。请联系管理员，或不读卡继续办理。</translation>
    </message>
    <message>
        <source>The file named as the chip reader&apos;s driver is not one. Tell the administrator.</source>
        <translation>设置中指定的文件不是读卡器驱动程序。请联系管理员。</translation>
    </message>
    <message>
        <source>No card was found on the chip reader. Lay the card on it and read again.</source>
        <translation>读卡器上没有找到证件。请放上证件后重新读卡。</translation>
    </message>
    <message>
        <source>The chip reader was not found. Check that it is plugged in.</source>
        <translation>没有找到读卡器。请检查连线。</translation>
    </message>
    <message>
        <source>The card&apos;s chip could not be read. Lay the card flat on the reader and keep it still.</source>
        <translation>无法读取证件芯片。请将证件平放在读卡器上并保持不动。</translation>
    </message>
    <message>
        <source>The card&apos;s chip says something else than what was filed. Check that it is the right card, and look at it closely.</source>
        <translation>证件芯片内容与备案信息不一致。请核对是否为本人证件，并仔细查看。</translation>
    </message>
    <message>
        <source>In drawn trial photos, another print was taken for this one. Make the motif more distinct.</source>
        <translation>在模拟试拍中，其他图案被误认为本背景。请使图案更有区分度。</translation>
    </message>
    <message>
        <source>In drawn trial photos, the backdrop was not always recognised. Use stronger tones, a larger motif, or more of it at the sides.</source>
        <translation>在模拟试拍中，本背景有时无法识别。请加强色差、放大图案，或在两侧增加图案。</translation>
    </message>
    <message>
        <source>In drawn trial photos, a print that differs only in emblem and name was taken for this one. Make both larger, and say in --meta where the name stands.</source>
        <translation>在模拟试拍中，仅标志和名称不同的背景被误认为本背景。请放大标志和名称，并在 --meta 中标明名称的位置。</translation>
    </message>
    <message>
        <source>In drawn trial photos, the backdrop was hardly ever recognised. It is refused; with &quot;acceptWeak&quot;: true in --meta it is taken nevertheless.</source>
        <translation>在模拟试拍中，本背景几乎无法识别，因此不予采用；如仍要采用，请在 --meta 中写入 &quot;acceptWeak&quot;: true。</translation>
    </message>
    <message>
        <source>More than one such paper lies in the picture. Take the others away, or check that the right one was read.</source>
        <translation>画面中有不止一张同类证件。请拿走其他证件后重拍，或核对读取的是要核验的那一张。</translation>
    </message>
    <message>
        <source>The emblem or name on the backdrop is not the provider&apos;s. Hang the right backdrop and take the photo again.</source>
        <translation>幕布上的标志或名称不是本接入商的。请更换正确幕布后重拍。</translation>
    </message>
    <message>
        <source>Too little of the provider&apos;s emblem and name is in view. Step back so that they show.</source>
        <translation>画面中可见的接入商标志和名称太少。请后退，使其完整露出。</translation>
    </message>
</context>
<context>
    <name>DemoPrinter</name>
    <message>
        <source>Simulated printer</source>
        <translation>模拟打印机</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>Something needs a look (%1). Look at it with your own eyes.</source>
        <translation>有一项需要查看（%1）。请人工核对。</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>learns a backdrop from its artwork or an empty photo</source>
        <translation>从背景设计稿或空场照片学习背景</translation>
    </message>
    <message>
        <source>checks photos against a backdrop</source>
        <translation>对照背景检查照片</translation>
    </message>
    <message>
        <source>reads papers off their pictures</source>
        <translation>从图片读取证件</translation>
    </message>
    <message>
        <source>checks a filing as the authority will check it</source>
        <translation>按管局的要求检查备案信息</translation>
    </message>
    <message>
        <source>runs a session from the order to the printed form</source>
        <translation>办理一次核验：从订单到打印核验单</translation>
    </message>
    <message>
        <source>adds the signed form</source>
        <translation>加入签好的核验单</translation>
    </message>
    <message>
        <source>goes on with an interrupted session and takes pictures</source>
        <translation>继续中断的核验，并接收图片</translation>
    </message>
    <message>
        <source>lists the sessions</source>
        <translation>列出核验记录</translation>
    </message>
    <message>
        <source>shows one session with its checks</source>
        <translation>显示一次核验及其检查结果</translation>
    </message>
    <message>
        <source>approves a session, builds its dossier</source>
        <translation>审核通过并生成材料包</translation>
    </message>
    <message>
        <source>returns items to be corrected</source>
        <translation>退回需要更正的项目</translation>
    </message>
    <message>
        <source>takes responsibility for one check, with a reason</source>
        <translation>说明理由，为一项检查承担责任</translation>
    </message>
    <message>
        <source>writes the dossier of a session</source>
        <translation>写出一次核验的材料包</translation>
    </message>
    <message>
        <source>compares a dossier with its manifest, byte for byte</source>
        <translation>逐字节核对材料包与其清单</translation>
    </message>
    <message>
        <source>unpacks a dossier</source>
        <translation>解开材料包</translation>
    </message>
    <message>
        <source>sends dossiers and stores their receipts</source>
        <translation>发送材料包并保存回执</translation>
    </message>
    <message>
        <source>fetches the orders of a day</source>
        <translation>取回某一天的订单</translation>
    </message>
    <message>
        <source>compares the day&apos;s figures and closes it</source>
        <translation>核对当天的数字并日结</translation>
    </message>
    <message>
        <source>lists the settings in force</source>
        <translation>列出生效的设置</translation>
    </message>
    <message>
        <source>makes a signed specimen of a printed form</source>
        <translation>把打印的核验单做成签好的样本</translation>
    </message>
    <message>
        <source>draws everything a session needs, as specimens</source>
        <translation>绘制一次核验所需的全部样本</translation>
    </message>
    <message>
        <source>plays scripted sessions; without a name lists the scripts</source>
        <translation>按脚本演示核验；不写名称则列出脚本</translation>
    </message>
    <message>
        <source>the counter&apos;s store</source>
        <translation>本柜台的数据目录</translation>
    </message>
    <message>
        <source>who acts</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>the operator&apos;s passphrase; - reads it from the input</source>
        <translation>操作人的口令文件；- 表示从输入读取</translation>
    </message>
    <message>
        <source>a setting for this call; config list names them</source>
        <translation>只对这次调用有效的设置；config list 列出名称</translation>
    </message>
    <message>
        <source>language of the words</source>
        <translation>文字的语言</translation>
    </message>
    <message>
        <source>one JSON object a line instead of words</source>
        <translation>每行输出一个 JSON 对象，不输出文字</translation>
    </message>
    <message>
        <source>names the version</source>
        <translation>显示版本</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>done, with findings</source>
        <translation>完成，但有问题</translation>
    </message>
    <message>
        <source>the call&apos;s words are off</source>
        <translation>命令行写法有误</translation>
    </message>
    <message>
        <source>input cannot be read as what it should be</source>
        <translation>输入不是应有的内容</translation>
    </message>
    <message>
        <source>server or display not reached</source>
        <translation>连不上服务器或显示器</translation>
    </message>
    <message>
        <source>try later; also: another process owns the store</source>
        <translation>稍后再试；也可能是数据目录正被另一进程占用</translation>
    </message>
    <message>
        <source>denied</source>
        <translation>不允许</translation>
    </message>
    <message>
        <source>configuration</source>
        <translation>配置有误</translation>
    </message>
    <message>
        <source>options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>verb</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Without a verb the window opens; --demo opens it with simulated devices.</source>
        <translation>不写命令则打开窗口；--demo 使用模拟设备打开。</translation>
    </message>
    <message>
        <source>Exit codes:</source>
        <translation>退出码：</translation>
    </message>
    <message>
        <source>fetches what became of dossiers; their sessions follow</source>
        <translation>获取卷宗的处理结果，并更新相应的核验</translation>
    </message>
    <message>
        <source>writes unsent dossiers to a stick</source>
        <translation>将未发送的核验包写入U盘</translation>
    </message>
    <message>
        <source>takes receipts from a stick</source>
        <translation>从U盘导入回执</translation>
    </message>
    <message>
        <source>measures the reading of papers on drawn ones</source>
        <translation>在绘制的样本上测量证件识读</translation>
    </message>
    <message>
        <source>measures the photo checks on drawn scenes</source>
        <translation>在绘制的场景上衡量照片检查</translation>
    </message>
    <message>
        <source>proposes thresholds from accepted and returned photos</source>
        <translation>根据通过和退回的照片提出阈值建议</translation>
    </message>
</context>
<context>
    <name>KeyWords</name>
    <message>
        <source>Space</source>
        <comment>the key</comment>
        <translation>空格</translation>
    </message>
    <message>
        <source>Enter</source>
        <comment>the key</comment>
        <translation>回车</translation>
    </message>
    <message>
        <source>Show the keys of this screen</source>
        <translation>显示本页快捷键</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Start the next session</source>
        <translation>办理下一位</translation>
    </message>
    <message>
        <source>Open an order file</source>
        <translation>打开订单文件</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>上传</translation>
    </message>
    <message>
        <source>Next part of the screen</source>
        <translation>下一个区域</translation>
    </message>
    <message>
        <source>One level up; nothing is lost</source>
        <translation>返回上一级，不会丢失内容</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>The big button: agree, take the picture, go on</source>
        <translation>主按钮：同意、拍摄、继续</translation>
    </message>
    <message>
        <source>Take the picture again</source>
        <translation>重新拍摄</translation>
    </message>
    <message>
        <source>Take a picture file instead</source>
        <translation>改用图片文件</translation>
    </message>
    <message>
        <source>Previous step</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Print the form</source>
        <translation>打印核验单</translation>
    </message>
    <message>
        <source>Save the form as a PDF</source>
        <translation>将核验单存为 PDF</translation>
    </message>
    <message>
        <source>Take responsibility for the marked line</source>
        <translation>对所选项人工确认</translation>
    </message>
    <message>
        <source>Approve and put in the upload</source>
        <translation>审核通过并加入上传</translation>
    </message>
    <message>
        <source>Figures behind the lamps</source>
        <translation>显示指示灯数值</translation>
    </message>
    <message>
        <source>Send everything now</source>
        <translation>立即全部发送</translation>
    </message>
    <message>
        <source>Try the marked dossier again</source>
        <translation>重试所选资料包</translation>
    </message>
    <message>
        <source>Stop sending; goes on later where it stood</source>
        <translation>停止发送，之后可继续</translation>
    </message>
    <message>
        <source>Open the marked card</source>
        <translation>打开所选卡片</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>通用</translation>
    </message>
    <message>
        <source>In a session</source>
        <translation>核验中</translation>
    </message>
    <message>
        <source>Scan the paper</source>
        <translation>扫描材料</translation>
    </message>
    <message>
        <source>Read the card&apos;s chip</source>
        <translation>读取证件芯片</translation>
    </message>
</context>
<context>
    <name>NoticeWords</name>
    <message>
        <source>The provider</source>
        <translation>接入服务商</translation>
    </message>
    <message>
        <source>Read this to the applicant</source>
        <translation>请向申请人宣读</translation>
    </message>
    <message>
        <source>%1 checks your papers and takes your photo because the law on website filing asks for it.

Kept are: both sides of your ID card, the unit&apos;s licence, the photo and the signed form. They go to the provincial communications administration and to nobody else.

They are kept on this machine only as long as the filing needs them. You may ask for a copy, or to have them erased.

Your face is not compared by a machine; a person looks at it.</source>
        <translation>根据网站备案的有关规定，%1需要核验您的证件并为您拍照。

将留存：身份证正反两面、单位证照、现场照片和签字的核验单。这些资料只提交给省通信管理局，不提供给他人。

资料在本机的保存时间以备案需要为限。您可以索取副本，也可以要求删除。

不使用人脸自动比对，由工作人员人工核对。</translation>
    </message>
    <message>
        <source>en</source>
        <comment>language code of the notice</comment>
        <extracomment>The language this notice is written in, as a code: &quot;en&quot;, &quot;zh_CN&quot;</extracomment>
        <translation>zh_CN</translation>
    </message>
</context>
<context>
    <name>PromptWords</name>
    <message>
        <source>Open an order</source>
        <translation>打开订单</translation>
    </message>
    <message>
        <source>Orders (*.json);;All files (*)</source>
        <translation>订单 (*.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Take a picture file</source>
        <translation>选择图片文件</translation>
    </message>
    <message>
        <source>Save the form</source>
        <translation>保存核验单</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Pictures and PDFs (*.jpg *.jpeg *.png *.pdf);;All files (*)</source>
        <translation>图片和 PDF (*.jpg *.jpeg *.png *.pdf);;所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>WindowGraph</name>
    <message>
        <source>Simulated camera</source>
        <translation>模拟摄像头</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Face</source>
        <translation>人脸</translation>
    </message>
    <message>
        <source>One face</source>
        <translation>仅一张人脸</translation>
    </message>
    <message>
        <source>Centred</source>
        <translation>居中</translation>
    </message>
    <message>
        <source>Upright</source>
        <translation>端正</translation>
    </message>
    <message>
        <source>Frontal</source>
        <translation>正面</translation>
    </message>
    <message>
        <source>Sharp</source>
        <translation>清晰</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>光线</translation>
    </message>
    <message>
        <source>Backdrop</source>
        <translation>幕布</translation>
    </message>
    <message>
        <source>Edition of the backdrop</source>
        <translation>幕布版本</translation>
    </message>
    <message>
        <source>Lettering</source>
        <translation>文字可辨</translation>
    </message>
    <message>
        <source>Not mirrored</source>
        <translation>未镜像</translation>
    </message>
    <message>
        <source>Alone</source>
        <translation>单人</translation>
    </message>
    <message>
        <source>Not a small copy</source>
        <translation>非缩小复制品</translation>
    </message>
    <message>
        <source>Not a screen</source>
        <translation>非翻拍屏幕</translation>
    </message>
    <message>
        <source>Not a recording</source>
        <translation>非录像</translation>
    </message>
    <message>
        <source>Not composed</source>
        <translation>非合成</translation>
    </message>
    <message>
        <source>Backdrop fills</source>
        <translation>幕布铺满</translation>
    </message>
    <message>
        <source>Artwork in view</source>
        <translation>图案可见</translation>
    </message>
    <message>
        <source>Head inside</source>
        <translation>头部在幕布内</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Clothes</source>
        <translation>衣着</translation>
    </message>
    <message>
        <source>Paper found</source>
        <translation>已找到证件</translation>
    </message>
    <message>
        <source>Right paper</source>
        <translation>证件类型</translation>
    </message>
    <message>
        <source>All borders</source>
        <translation>四边完整</translation>
    </message>
    <message>
        <source>No glare</source>
        <translation>无反光</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>分辨率</translation>
    </message>
    <message>
        <source>Steady</source>
        <translation>稳定</translation>
    </message>
    <message>
        <source>Check digit</source>
        <translation>校验码</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Validity</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>Credit code</source>
        <translation>信用代码</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>二维码</translation>
    </message>
    <message>
        <source>Code on the form</source>
        <translation>核验单代码</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>已检查</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Number of the certificate</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Number in the QR code</source>
        <translation>二维码中的号码</translation>
    </message>
    <message>
        <source>Address on the certificate</source>
        <translation>证件住所</translation>
    </message>
    <message>
        <source>Validity as filed</source>
        <translation>填报的有效期</translation>
    </message>
    <message>
        <source>Valid long enough</source>
        <translation>有效期充足</translation>
    </message>
    <message>
        <source>Person responsible</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Legal representative</source>
        <translation>法定代表人</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>身份证号码</translation>
    </message>
    <message>
        <source>Validity of the ID as filed</source>
        <translation>填报的身份证有效期</translation>
    </message>
    <message>
        <source>ID valid long enough</source>
        <translation>身份证有效期充足</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>现场照片</translation>
    </message>
    <message>
        <source>ID, portrait side</source>
        <translation>身份证人像面</translation>
    </message>
    <message>
        <source>ID, emblem side</source>
        <translation>身份证国徽面</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>营业执照</translation>
    </message>
    <message>
        <source>Printed form</source>
        <translation>已打印核验单</translation>
    </message>
    <message>
        <source>Signed form</source>
        <translation>签字核验单</translation>
    </message>
    <message>
        <source>Approval paper</source>
        <translation>审批文件</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>授权书</translation>
    </message>
    <message>
        <source>Other paper</source>
        <translation>其他材料</translation>
    </message>
    <message>
        <source>Ask the person to stand before the backdrop and look into the camera.</source>
        <translation>请站到幕布前，面向镜头。</translation>
    </message>
    <message>
        <source>Lay the ID card under the camera, the portrait side up (人像面).</source>
        <translation>请将身份证人像面朝上放在镜头下。</translation>
    </message>
    <message>
        <source>Turn the ID card over: the emblem side up (国徽面).</source>
        <translation>请将身份证翻面，国徽面朝上。</translation>
    </message>
    <message>
        <source>Lay the original licence under the camera, all four borders in view.</source>
        <translation>请将营业执照原件放在镜头下，四边完整可见。</translation>
    </message>
    <message>
        <source>Have the form signed and sealed, then lay it under the camera, all four borders in view.</source>
        <translation>请签字盖章后将核验单放在镜头下，四边完整可见。</translation>
    </message>
    <message>
        <source>Lay the paper under the camera, all four borders in view.</source>
        <translation>请将材料放在镜头下，四边完整可见。</translation>
    </message>
    <message>
        <source>Being captured</source>
        <translation>采集中</translation>
    </message>
    <message>
        <source>Waits for the signed form</source>
        <translation>待签字核验单</translation>
    </message>
    <message>
        <source>Waits for review</source>
        <translation>待审核</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>Waits to be sent</source>
        <translation>待上传</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>上传中</translation>
    </message>
    <message>
        <source>Waiting for the receipt</source>
        <translation>等待回执</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已收到回执</translation>
    </message>
    <message>
        <source>Needs help</source>
        <translation>需处理</translation>
    </message>
    <message>
        <source>First filing</source>
        <translation>首次备案</translation>
    </message>
    <message>
        <source>New website</source>
        <translation>新增网站</translation>
    </message>
    <message>
        <source>New access</source>
        <translation>新增接入</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变更备案</translation>
    </message>
    <message>
        <source>Cancellation</source>
        <translation>注销备案</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>Look yourself</source>
        <translation>请人工核对</translation>
    </message>
    <message>
        <source>Take a look</source>
        <translation>请查看</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>有误</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>主体</translation>
    </message>
    <message>
        <source>Website %1</source>
        <translation>网站 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>&quot;Website 1: ID number&quot;</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Filing data, %1</source>
        <translation>备案信息 %1</translation>
    </message>
    <message>
        <source>Sent, receipt kept</source>
        <translation>已上传，有回执</translation>
    </message>
    <message>
        <source>Accepted by the provider</source>
        <translation>接入商已审核通过</translation>
    </message>
    <message>
        <source>Filed by the authority</source>
        <translation>已备案</translation>
    </message>
    <message>
        <source>Rejected for good</source>
        <translation>不予备案</translation>
    </message>
    <message>
        <source>Taken for this session</source>
        <translation>为本次核验拍摄</translation>
    </message>
    <message>
        <source>ID number in the chip</source>
        <translation>芯片中的证件号码</translation>
    </message>
    <message>
        <source>Validity in the chip</source>
        <translation>芯片中的有效期</translation>
    </message>
    <message>
        <source>Name in the chip</source>
        <translation>芯片中的姓名</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Only one such paper</source>
        <translation>同类证件仅一张</translation>
    </message>
</context>
<context>
    <name>handshake::CheckLinesModel</name>
    <message>
        <source>Responsibility was taken for this.</source>
        <translation>已由工作人员人工确认。</translation>
    </message>
    <message>
        <source>long-term</source>
        <comment>validity of a certificate</comment>
        <translation>长期</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>As filed</source>
        <translation>填报</translation>
    </message>
    <message>
        <source>As read</source>
        <translation>识别</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>处理办法</translation>
    </message>
</context>
<context>
    <name>handshake::DeliveryModel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Receipt %1</source>
        <translation>回执 %1</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>主体</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已上传</translation>
    </message>
    <message>
        <source>Receipt or what to do</source>
        <translation>回执或处理办法</translation>
    </message>
</context>
<context>
    <name>handshake::FormRun</name>
    <message>
        <source>Printed on %1.</source>
        <translation>已在 %1 打印。</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已保存为 %1。</translation>
    </message>
</context>
<context>
    <name>handshake::SessionPresenter</name>
    <message>
        <source>%1: %2</source>
        <extracomment>What is wrong with a paper taken before: &quot;ID, portrait side: A border is cut off.&quot;</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>A scanned file came: %1. Open the step it belongs to and press Ctrl+I.</source>
        <extracomment>A file that a scanner saved, while the screen waits for no paper</extracomment>
        <translation>收到扫描文件：%1。请打开对应步骤并按 Ctrl+I。</translation>
    </message>
    <message>
        <source>The chip was read and agrees with the order.</source>
        <translation>芯片已读取，与订单信息一致。</translation>
    </message>
</context>
<context>
    <name>handshake::TodayModel</name>
    <message>
        <source>Orders</source>
        <translation>待办订单</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>待审核</translation>
    </message>
    <message>
        <source>To send</source>
        <translation>待上传</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已上传</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>Order %1, %2</source>
        <translation>订单 %1，%2</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n website(s)</source>
        <translation>
            <numerusform>%1，%n 个网站</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2, order %3</source>
        <translation>%1，%2，订单 %3</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) missing</source>
        <translation>
            <numerusform>缺 %n 张图片</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handshake::ui::CameraView</name>
    <message>
        <source>Live picture</source>
        <translation>实时画面</translation>
    </message>
</context>
<context>
    <name>handshake::ui::CapturePanel</name>
    <message>
        <source>The camera is starting …</source>
        <translation>摄像头启动中…</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>全部正常。</translation>
    </message>
    <message>
        <source>Picture file</source>
        <translation>图片文件</translation>
    </message>
    <message>
        <source>Take again</source>
        <translation>重拍</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>审核通过</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>Who has to do what: &quot;Li: Ask the person to …&quot;</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>All green: press Space.</source>
        <translation>全部就绪：请按空格。</translation>
    </message>
    <message>
        <source>Opening the picture …</source>
        <translation>正在打开图片…</translation>
    </message>
    <message>
        <source>No picture was taken.</source>
        <translation>未拍摄。</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Saved. Being checked …</source>
        <translation>已保存，正在检查…</translation>
    </message>
    <message>
        <source>Checks of this picture</source>
        <translation>本图检查结果</translation>
    </message>
    <message>
        <source>Take the picture</source>
        <translation>拍摄</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Everything is here. Approve it and it goes to the upload.</source>
        <translation>资料齐全。审核通过后进入上传。</translation>
    </message>
    <message>
        <source>Everything is here. A colleague approves it; press F2 for the next.</source>
        <translation>资料齐全，由同事审核；按 F2 办理下一位。</translation>
    </message>
    <message>
        <source>Approved. It waits in the upload (Ctrl+U); press F2 for the next.</source>
        <translation>已通过，等待上传（Ctrl+U）；按 F2 办理下一位。</translation>
    </message>
    <message>
        <source>Sent, and the receipt is kept.</source>
        <translation>已上传，回执已保存。</translation>
    </message>
    <message>
        <source>This side is taken. Lay down what is asked for above.</source>
        <translation>此面已拍。请按上方提示更换或翻面。</translation>
    </message>
    <message>
        <source>Lies well: it is taken by itself, or at once with Space.</source>
        <translation>位置合适，即将自动拍摄；也可按空格立即拍摄。</translation>
    </message>
    <message>
        <source>Portrait on the ID card</source>
        <translation>身份证上的照片</translation>
    </message>
    <message>
        <source>The portrait on the ID card. Compare it with the person yourself.</source>
        <translation>身份证上的照片，请与本人人工比对。</translation>
    </message>
    <message>
        <source>Sent. The provider accepted it and takes it to the authority.</source>
        <translation>已上传，接入商审核通过，正提交管局。</translation>
    </message>
    <message>
        <source>Done. The authority has filed it.</source>
        <translation>已完成，管局已备案。</translation>
    </message>
    <message>
        <source>Rejected. It will not be filed as it is; tell the applicant.</source>
        <translation>未通过，按现有资料不予备案，请告知申请人。</translation>
    </message>
    <message>
        <source>All green: hold still …</source>
        <translation>全部合格：请保持不动…</translation>
    </message>
    <message>
        <source>It is taken when all has been green for a second. Space: now, Esc: not.</source>
        <translation>全部合格满一秒后自动拍摄。空格：立即拍摄；Esc：取消。</translation>
    </message>
    <message>
        <source>Hold still …</source>
        <translation>请保持不动…</translation>
    </message>
    <message>
        <source>Take it now</source>
        <translation>立即拍摄</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>Scanning … %1 %</source>
        <translation>正在扫描… %1%</translation>
    </message>
    <message>
        <source>Scanning …</source>
        <translation>正在扫描…</translation>
    </message>
    <message>
        <source>Lay the card on the reader …</source>
        <translation>请将证件放在读卡器上…</translation>
    </message>
    <message>
        <source>Read chip</source>
        <translation>读取芯片</translation>
    </message>
</context>
<context>
    <name>handshake::ui::CheckPanel</name>
    <message>
        <source>Checks</source>
        <translation>核对项</translation>
    </message>
    <message>
        <source>Take responsibility</source>
        <translation>人工确认</translation>
    </message>
    <message>
        <source>One moment, papers are still being read</source>
        <translation>请稍候，正在识别证件</translation>
    </message>
    <message>
        <source>This light changes by itself.</source>
        <translation>此状态会自动更新。</translation>
    </message>
    <message>
        <source>The applicant may go home once the form is signed</source>
        <translation>核验单签字后申请人即可离开</translation>
    </message>
    <message>
        <source>Print the form, have it signed and sealed, then take its picture.</source>
        <translation>请打印核验单，签字盖章后拍摄。</translation>
    </message>
    <message>
        <source>The applicant may not go home yet</source>
        <translation>申请人暂不能离开</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) still stand in the way; they are on top.</source>
        <translation>
            <numerusform>还有 %n 项未通过，列在最前。</numerusform>
        </translation>
    </message>
    <message>
        <source>Printing …</source>
        <translation>打印中…</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存为 PDF</translation>
    </message>
</context>
<context>
    <name>handshake::ui::ConsentPanel</name>
    <message>
        <source>The applicant agrees, open the camera</source>
        <translation>申请人同意，打开摄像头</translation>
    </message>
    <message>
        <source>Without agreement, press Esc: nothing is captured.</source>
        <translation>如不同意请按 Esc，不采集任何内容。</translation>
    </message>
</context>
<context>
    <name>handshake::ui::DeliveryPage</name>
    <message>
        <source>Everything is sent and received.</source>
        <translation>已全部上传并收到回执。</translation>
    </message>
    <message>
        <source>Nothing waits to be sent.</source>
        <translation>没有等待上传的资料包。</translation>
    </message>
    <message numerus="yes">
        <source>%n dossier(s) wait, %1.</source>
        <translation>
            <numerusform>%n 份资料包等待上传，共 %1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) help.</source>
        <translation>
            <numerusform>%n 份需处理。</numerusform>
        </translation>
    </message>
    <message>
        <source>Dossiers</source>
        <translation>资料包</translation>
    </message>
    <message>
        <source>Approved sessions appear here by themselves.</source>
        <translation>审核通过的核验会自动出现在这里。</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>上传</translation>
    </message>
    <message>
        <source>Sent of all that waits</source>
        <translation>总上传进度</translation>
    </message>
    <message>
        <source>Send everything now</source>
        <translation>立即全部发送</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message numerus="yes">
        <source>%n dossier(s) were received.</source>
        <translation>
            <numerusform>%n 份资料包已收到回执。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handshake::ui::KeySheet</name>
    <message>
        <source>Step 1 to 9</source>
        <translation>第 1 至 9 步</translation>
    </message>
    <message>
        <source>Keys of this screen</source>
        <translation>本页快捷键</translation>
    </message>
    <message>
        <source>Any key closes this sheet</source>
        <translation>按任意键关闭</translation>
    </message>
</context>
<context>
    <name>handshake::ui::LampList</name>
    <message>
        <source>Lamps</source>
        <translation>指示灯</translation>
    </message>
</context>
<context>
    <name>handshake::ui::ReasonDialog</name>
    <message>
        <source>&amp;Take responsibility (Ctrl+Enter)</source>
        <translation>人工确认(&amp;T)（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Take responsibility</source>
        <translation>人工确认</translation>
    </message>
    <message>
        <source>You have compared it with your own eyes. Your number, the time and this reason are kept with the session.</source>
        <translation>请确认您已亲自核对。您的工号、时间和理由将随本次核验一并留存。</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>理由(&amp;R)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>&amp;Cancel (Esc)</source>
        <translation>取消(&amp;C)（Esc）</translation>
    </message>
</context>
<context>
    <name>handshake::ui::SessionPage</name>
    <message>
        <source>Opening the session …</source>
        <translation>正在打开核验…</translation>
    </message>
    <message>
        <source>No session is open. Press F2 to start the next one, or F4 to choose one.</source>
        <translation>当前没有打开的核验。按 F2 办理下一位，或按 F4 选择。</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>核验</translation>
    </message>
    <message>
        <source>Order %1  ·  %2  ·  %3</source>
        <extracomment>Order number, kind of filing, state of the session</extracomment>
        <translation>订单 %1  ·  %2  ·  %3</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Go to step %1 (Alt+%1)</source>
        <translation>转到第 %1 步（Alt+%1）</translation>
    </message>
</context>
<context>
    <name>handshake::ui::Shell</name>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>上传</translation>
    </message>
    <message>
        <source>Handshake Desk</source>
        <translation>当面核验台</translation>
    </message>
    <message>
        <source>Approved. It waits in the upload.</source>
        <translation>已通过，等待上传。</translation>
    </message>
    <message>
        <source>none; forms can be saved as a PDF</source>
        <translation>无；核验单可存为 PDF</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>核验</translation>
    </message>
    <message>
        <source>DEMO, specimens only</source>
        <translation>演示，仅样本</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>启动中</translation>
    </message>
    <message>
        <source>no picture</source>
        <translation>无画面</translation>
    </message>
    <message numerus="yes">
        <source>%n dossier(s) need help</source>
        <translation>
            <numerusform>%n 份资料包需处理</numerusform>
        </translation>
    </message>
    <message>
        <source>sending</source>
        <translation>上传中</translation>
    </message>
    <message numerus="yes">
        <source>%n dossier(s) wait</source>
        <translation>
            <numerusform>%n 份资料包等待上传</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing waits</source>
        <translation>无等待</translation>
    </message>
    <message>
        <source>Not approved: %1</source>
        <translation>未能审核通过：%1</translation>
    </message>
</context>
<context>
    <name>handshake::ui::StepButton</name>
    <message>
        <source>Step %1, %2: %3</source>
        <extracomment>Accessible name of a step: number, name, state</extracomment>
        <translation>第 %1 步，%2：%3</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>未拍摄</translation>
    </message>
    <message>
        <source>Not printed</source>
        <translation>未打印</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Saved, checking …</source>
        <translation>已保存，检查中…</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>Take a look</source>
        <translation>请查看</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>有误</translation>
    </message>
    <message>
        <source>Check and print</source>
        <translation>核对与打印</translation>
    </message>
</context>
<context>
    <name>handshake::ui::StepList</name>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
</context>
<context>
    <name>handshake::ui::TodayPage</name>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Nothing waits yet.

Have the ID card and the licence laid out and the backdrop clear,
then press F2 to start with an order.</source>
        <translation>暂无待办。

请备好身份证和营业执照，并整理好幕布，
然后按 F2 打开订单开始。</translation>
    </message>
    <message>
        <source>Load again</source>
        <translation>重新加载</translation>
    </message>
</context>
</TS>

//! The server's answer to `help.getConfig`.

use typelang_telegram::types::{Config, DcOption};

/// Returns a `config` with addresses that are reserved for documentation.
pub(crate) fn config() -> Config {
    Config {
        default_p2p_contacts: false,
        preload_featured_stickers: false,
        revoke_pm_inbox: false,
        blocked_mode: false,
        force_try_ipv6: false,
        date: 1_700_000_000,
        expires: 1_700_003_600,
        test_mode: false,
        this_dc: 2,
        dc_options: (1..=5).map(|id| option(id, format!("192.0.2.{id}0"))).collect(),
        dc_txt_domain_name: "dc.example.com".to_owned(),
        chat_size_max: 0,
        megagroup_size_max: 0,
        forwarded_count_max: 0,
        online_update_period_ms: 0,
        offline_blur_timeout_ms: 0,
        offline_idle_timeout_ms: 0,
        online_cloud_timeout_ms: 0,
        notify_cloud_delay_ms: 0,
        notify_default_delay_ms: 0,
        push_chat_period_ms: 0,
        push_chat_limit: 0,
        edit_time_limit: 0,
        revoke_time_limit: 0,
        revoke_pm_time_limit: 0,
        rating_e_decay: 0,
        stickers_recent_limit: 0,
        channels_read_media_period: 0,
        tmp_sessions: None,
        call_receive_timeout_ms: 0,
        call_ring_timeout_ms: 0,
        call_connect_timeout_ms: 0,
        call_packet_timeout_ms: 0,
        me_url_prefix: "https://t.me/".to_owned(),
        autoupdate_url_prefix: None,
        gif_search_username: None,
        venue_search_username: None,
        img_search_username: None,
        static_maps_provider: None,
        caption_length_max: 0,
        message_length_max: 0,
        webfile_dc_id: 0,
        suggested_lang_code_and_lang_pack_version_and_base_lang_pack_version: None,
        reactions_default: None,
        autologin_token: None,
    }
}

fn option(id: i32, ip_address: String) -> DcOption {
    DcOption {
        ipv6: false,
        media_only: false,
        tcpo_only: false,
        cdn: false,
        r#static: false,
        this_port_only: false,
        id,
        ip_address,
        port: 443,
        secret: None,
    }
}
